package io.anteroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
  private static final double EXACT = 1e-12;

  /** The squares of the differences of ranks add up to 22: 1 - 6 * 22 / (10 * 99). */
  @Test
  void isThatOfTheDifferencesOfRanksWhereAllDiffer() {
    double[] first = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    double[] second = {30, 10, 20, 50, 40, 90, 60, 80, 70, 100};
    assertThat(RankCorrelation.of(first, second).rho()).isCloseTo(1 - 132.0 / 990, within(EXACT));
  }

  /** Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: both 4.5, squares 4.5 and 5. */
  @Test
  void equalFiguresShareTheMeanOfTheirRanks() {
    assertThat(RankCorrelation.of(new double[] {1, 5, 5, 9}, new double[] {1, 2, 3, 4}).rho())
        .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(EXACT));
    assertThat(RankCorrelation.of(new double[] {5, 5, 5}, new double[] {1, 2, 3}).rho()).isZero();
  }

  @Test
  void isOneInOrderAndMinusOneInReverse() {
    double[] up = IntStream.range(0, 50).asDoubleStream().map(Math::exp).toArray();
    double[] down = IntStream.range(0, 50).mapToDouble(i -> -i).toArray();
    assertThat(RankCorrelation.of(up, up).rho()).isCloseTo(1, within(EXACT));
    assertThat(RankCorrelation.of(up, down).rho()).isCloseTo(-1, within(EXACT));
    assertThat(RankCorrelation.of(up, down).p()).isLessThan(1e-6);
  }

  /** With 101 pairs and no dependence, ten times rho is a standard normal figure. */
  @Test
  void itsProbabilityIsThatOfBothSidesOfANormalDistribution() {
    double[] first = IntStream.range(0, 101).asDoubleStream().toArray();
    double[] second = IntStream.range(0, 101).mapToDouble(i -> i * 37 % 101).toArray();
    RankCorrelation found = RankCorrelation.of(first, second);
    double beyond = 1 - 2 * between(0, Math.abs(found.rho()) * 10);
    assertThat(found.p()).isCloseTo(beyond, within(1e-6));
  }

  /** The normal distribution's mass, by Simpson's rule. */
  private static double between(double from, double to) {
    int steps = 1_000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = from + i * width;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * Math.exp(-x * x / 2);
    }
    return sum * width / 3 / Math.sqrt(2 * Math.PI);
  }
}
