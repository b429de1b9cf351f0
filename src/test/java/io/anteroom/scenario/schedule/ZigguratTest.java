package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.junit.jupiter.api.Test;

final class ZigguratTest {
  private static final int MANY = 4_000_000;
  private static final int CELLS = 4_096;

  @Test
  void layersHaveTheSameArea() {
    double lowest = Ziggurat.TAIL * Math.exp(-Ziggurat.TAIL) + Math.exp(-Ziggurat.TAIL);
    assertThat(lowest).isCloseTo(Ziggurat.AREA, within(1e-15));
    double below = Math.exp(-Ziggurat.TAIL);
    for (int layer = 1; layer < Ziggurat.LAYERS; layer++) {
      double above = Math.exp(-Ziggurat.edge(layer + 1));
      assertThat(Ziggurat.edge(layer) * (above - below))
          .as("layer %d", layer)
          .isCloseTo(Ziggurat.AREA, within(1e-12));
      below = above;
    }
    assertThat(below).isEqualTo(1);
  }

  @Test
  void variatesFallIntoCellsOfEqualProbabilityEquallyOften() {
    long[] counts = new long[CELLS];
    for (double variate : variates()) {
      counts[(int) (Math.exp(-variate) * CELLS) % CELLS]++;
    }
    assertThat(Fit.evenness(counts)).isGreaterThan(Fit.SMALLEST_P);
  }

  @Test
  void theTailIsExponentialToo() {
    double[] beyond =
        Arrays.stream(variates())
            .filter(variate -> variate > Ziggurat.TAIL)
            .map(variate -> variate - Ziggurat.TAIL)
            .toArray();
    double expected = MANY * Math.exp(-Ziggurat.TAIL);
    assertThat(beyond.length - expected)
        .isBetween(-4 * Math.sqrt(expected), 4 * Math.sqrt(expected));
    assertThat(Fit.kolmogorov(beyond, ExponentialDistribution.of(1)::cumulativeProbability))
        .isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  private static double[] variates() {
    Draws draws = new Draws(7);
    return IntStream.range(0, MANY)
        .mapToDouble(person -> Ziggurat.exponential(draws.at(Purpose.HOLD, person, 0)))
        .toArray();
  }
}
