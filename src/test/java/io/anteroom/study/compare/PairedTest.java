package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.Paired.Scale;
import org.junit.jupiter.api.Test;

class PairedTest {
  /**
   * "Student"'s own data: hours of sleep gained by ten patients with two drugs (Biometrika 6,
   * 1908); the paired test gives t = 4.0621 and p = 0.002833 (R, t.test of the data set sleep).
   */
  private static final double[] ONE = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] OTHER = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void studentsOwnPairsGiveStudentsOwnProbability() {
    Paired paired = Paired.of(ONE, OTHER);

    assertThat(paired.scale()).isEqualTo(Scale.DIFFERENCE);
    assertThat(paired.probability()).isCloseTo(0.002833, within(5e-7));
    Estimate estimate = paired.estimate(0.95);
    assertThat(estimate.mean()).isCloseTo(1.58, within(1e-9));
    assertThat(estimate.low()).isCloseTo(0.7001142, within(1e-6));
    assertThat(estimate.high()).isCloseTo(2.4598858, within(1e-6));
    assertThat(paired.effect()).isCloseTo(1.284558, within(1e-6));
  }

  @Test
  void positiveFiguresAreComparedByTheirRatio() {
    Paired paired = Paired.of(new double[] {1, 10, 100}, new double[] {2, 20, 200});

    assertThat(paired.scale()).isEqualTo(Scale.RATIO);
    assertThat(paired.estimate(0.95).mean()).isCloseTo(2, within(1e-9));
  }

  /** JSON has no infinity: a comparison that held one could not be read again. */
  @Test
  void anIntervalBeyondAllNumbersEndsAtTheGreatestOne() {
    Estimate estimate = Paired.of(new double[] {1, 1}, new double[] {1e-30, 1e30}).estimate(0.9994);

    assertThat(estimate.low()).isZero();
    assertThat(estimate.high()).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void pairsThatMeasureTheSameDoNotDiffer() {
    Paired same = Paired.of(new double[] {3, 4}, new double[] {3, 4});

    assertThat(same.same()).isTrue();
    assertThat(same.probability()).isEqualTo(1);
  }

  @Test
  void pairsThatAlwaysDifferByTheSameDifferForCertain() {
    Paired certain = Paired.of(new double[] {0, 0}, new double[] {5, 5});

    assertThat(certain.probability()).isZero();
    assertThat(certain.estimate(0.95)).isEqualTo(new Estimate(5, 5, 5));
  }
}
