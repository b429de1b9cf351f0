package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {
  private static final Offset<Double> EXACTLY = within(1e-12);

  /** Holm's own example of three hypotheses: thresholds are alpha over 3, over 2, over 1. */
  @Test
  void theSmallestProbabilityIsHeldAgainstTheSmallestThreshold() {
    double[] levels = Holm.levels(new double[] {0.02, 0.001, 0.04}, 0.05);

    assertThat(levels[1]).isCloseTo(1 - 0.05 / 3, EXACTLY);
    assertThat(levels[0]).isCloseTo(1 - 0.05 / 2, EXACTLY);
    assertThat(levels[2]).isCloseTo(1 - 0.05, EXACTLY);
  }

  @Test
  void whereItStopsAllTheOthersAreHeldAgainstTheSameThreshold() {
    double[] levels = Holm.levels(new double[] {0.04, 0.001, 0.03}, 0.05);

    assertThat(levels[0]).isCloseTo(1 - 0.05 / 2, EXACTLY);
    assertThat(levels[2]).isCloseTo(1 - 0.05 / 2, EXACTLY);
  }

  @Test
  void oneComparisonIsHeldAgainstAlphaItself() {
    assertThat(Holm.levels(new double[] {0.5}, 0.05)[0]).isCloseTo(0.95, EXACTLY);
    assertThat(Holm.levels(new double[0], 0.05)).isEmpty();
  }
}
