package io.anteroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class EstimatesTest {
  private static final double[] ONE_TO_FIVE = {1, 2, 3, 4, 5};

  /** The quantile of Student's distribution is 2.776445105, the standard error sqrt(0.5). */
  @Test
  void fiveSamplesGiveStudentsInterval() {
    Estimate estimate = Estimates.student(ONE_TO_FIVE, 0.95);
    assertThat(estimate.mean()).isEqualTo(3);
    assertThat(estimate.low()).isCloseTo(3 - 1.963243161, offset(1e-8));
    assertThat(estimate.high()).isCloseTo(3 + 1.963243161, offset(1e-8));
  }

  /** Of two samples the quantile is tan(0.475 pi). */
  @Test
  void twoSamplesTellLittle() {
    Estimate estimate = Estimates.student(new double[] {0, 1}, 0.95);
    assertThat(estimate.low()).isCloseTo(0.5 - 6.353102368, offset(1e-8));
    assertThat(estimate.high()).isCloseTo(0.5 + 6.353102368, offset(1e-8));
  }

  /** Of three samples the quantile is 2 p sqrt(2 / (1 - 4 p p)) with p = level / 2. */
  @Test
  void aHigherLevelGivesAWiderInterval() {
    double[] samples = {-1, 0, 1};
    double quantile = 0.99 * Math.sqrt(2 / (1 - 0.99 * 0.99));
    double half = quantile / Math.sqrt(3);
    assertThat(Estimates.student(samples, 0.99).high()).isCloseTo(half, offset(1e-8));
    assertThat(Estimates.student(samples, 0.95).high()).isLessThan(half / 2);
  }

  @Test
  void equalSamplesLeaveNoDoubt() {
    assertThat(Estimates.student(new double[] {7, 7, 7}, 0.95)).isEqualTo(new Estimate(7, 7, 7));
  }

  @Test
  void aboutTheMeanOfSamplesThatWeighTheSameItIsStudents() {
    assertThat(Estimates.around(3, ONE_TO_FIVE, new double[] {9, 9, 9, 9, 9}, 0.95))
        .isEqualTo(Estimates.student(ONE_TO_FIVE, 0.95));
  }

  /**
   * Sums 1 and 8 of 1 and 3 data: a ratio of 9/4. The sums lie 5/4 below and above what the data
   * give at that ratio, and there are 2 data a sample, so the standard error is 5/8.
   */
  @Test
  void aboutARatioOfSumsTheSumsDecide() {
    Estimate estimate =
        Estimates.around(9 / 4.0, new double[] {1, 8 / 3.0}, new double[] {1, 3}, 0.95);
    assertThat(estimate.mean()).isEqualTo(9 / 4.0);
    assertThat(estimate.high()).isCloseTo(9 / 4.0 + 12.706204736 * 5 / 8, offset(1e-8));
    assertThat(estimate.low()).isCloseTo(9 / 4.0 - 12.706204736 * 5 / 8, offset(1e-8));
  }

  /** A figure off the samples' mean is as if it were off by chance. */
  @Test
  void aFigureBesideTheSamplesHasAnIntervalAboutItself() {
    Estimate estimate = Estimates.around(5, new double[] {4, 4}, new double[] {1, 1}, 0.95);
    assertThat(estimate.mean()).isEqualTo(5);
    assertThat(estimate.high() - 5).isCloseTo(12.706204736, offset(1e-8));
  }

  /** With 4 degrees of freedom Student's distribution function has a closed form. */
  @Test
  void theProbabilityToLieAboveALimitIsStudents() {
    assertThat(Estimates.probabilityAbove(ONE_TO_FIVE, 3)).isCloseTo(0.5, offset(1e-12));
    double scaled = Math.sqrt(8.0 / 3);
    double expected = 0.5 + 0.375 * scaled * (1 - scaled * scaled / 12);
    assertThat(Estimates.probabilityAbove(ONE_TO_FIVE, 1)).isCloseTo(expected, offset(1e-9));
    assertThat(Estimates.probabilityAbove(ONE_TO_FIVE, 5)).isCloseTo(1 - expected, offset(1e-9));
  }

  @Test
  void equalSamplesLieAboveOrBelow() {
    double[] samples = {7, 7};
    assertThat(Estimates.probabilityAbove(samples, 6)).isEqualTo(1);
    assertThat(Estimates.probabilityAbove(samples, 7)).isEqualTo(0.5);
    assertThat(Estimates.probabilityAbove(samples, 8)).isZero();
  }

  /** The last digits of the library differ from JDK to JDK. */
  @Test
  void figuresHaveTenDigits() {
    assertThat(Estimates.student(new double[] {0, 0, 1}, 0.95).mean()).isEqualTo(0.3333333333);
  }
}
