package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.junit.jupiter.api.Test;

/** Moments and transforms of distributions. */
class DurationMomentsTest {
  private static final Duration MEAN = Duration.ofMillis(1);

  @Test
  void momentsAreThoseOfTheQuantiles() {
    double cv = 0.5;
    double variance = Math.log1p(cv * cv);
    assertMoments(
        new Distribution.Lognormal(MEAN, cv),
        LogNormalDistribution.of(-variance / 2, Math.sqrt(variance)));
    assertMoments(new Distribution.Pareto(MEAN, 20), ParetoDistribution.of(19.0 / 20, 20));
  }

  private static void assertMoments(Distribution distribution, ContinuousDistribution relative) {
    DurationMoments moments = DurationMoments.of(distribution);
    assertThat(moments.mean()).isCloseTo(1e6 * relative.getMean(), within(1e-3));
    assertThat(moments.squaredVariation()).isCloseTo(relative.getVariance(), within(1e-9));
    int steps = 200_000;
    double third =
        IntStream.range(0, steps)
            .mapToDouble(i -> relative.inverseCumulativeProbability((i + 0.5) / steps))
            .map(value -> value * value * value / steps)
            .sum();
    assertThat(moments.third() / 1e18).isCloseTo(third, within(1e-3));
  }

  @Test
  void durationsFromAFileAreTakenAsTheyAre() {
    DurationMoments moments =
        DurationMoments.of(new Distribution.Empirical("holds.txt", new DurationList(1, 2, 3)));
    assertThat(moments.mean()).isEqualTo(2);
    assertThat(moments.second()).isCloseTo(14.0 / 3, within(1e-12));
    assertThat(moments.third()).isCloseTo(12, within(1e-12));
  }

  @Test
  void heavyTailsHaveInfiniteMoments() {
    assertThat(DurationMoments.of(new Distribution.Pareto(MEAN, 2)).second()).isInfinite();
    assertThat(DurationMoments.of(new Distribution.Pareto(MEAN, 2.5)).second()).isFinite();
    assertThat(DurationMoments.of(new Distribution.Pareto(MEAN, 2.5)).third()).isInfinite();
    assertThat(DurationMoments.of(new Distribution.Pareto(MEAN, 3.5)).third()).isFinite();
  }

  /** The transform's expansion at 0 has the moments as coefficients. */
  @Test
  void transformsExpandIntoTheMoments() {
    for (Distribution distribution :
        List.of(
            new Distribution.Fixed(MEAN),
            new Distribution.Exponential(MEAN),
            new Distribution.Erlang(MEAN, 5),
            new Distribution.Uniform(Duration.ofNanos(300_000), Duration.ofNanos(1_700_000)),
            new Distribution.Hyperexponential(MEAN, 2))) {
      DurationMoments moments = DurationMoments.of(distribution);
      Gaps gaps = Gaps.of(distribution).orElseThrow();
      double s = 1e-3 / moments.mean();
      double expected =
          s * moments.mean() - s * s * moments.second() / 2 + s * s * s * moments.third() / 6;
      assertThat(gaps.complement(s))
          .as("%s", distribution)
          .isCloseTo(expected, within(1e-6 * expected));
      assertThat(gaps.every(3).logTransform(s)).isEqualTo(3 * gaps.logTransform(s));
      assertThat(gaps.complement(0)).isZero();
    }
  }

  @Test
  void theTransformOfAUniformGapIsSmoothWhereItsSeriesEnds() {
    Gaps gaps = Gaps.of(new Distribution.Uniform(Duration.ZERO, Duration.ofNanos(2))).orElseThrow();
    assertThat(gaps.logTransform(0.1 - 1e-12))
        .isCloseTo(gaps.logTransform(0.1 + 1e-12), within(1e-11));
    assertThat(gaps.complement(3)).isCloseTo(1 + Math.expm1(-6) / 6, within(1e-15));
  }

  @Test
  void gapsWithoutATransformHaveNone() {
    assertThat(Gaps.of(new Distribution.Lognormal(MEAN, 1))).isEmpty();
    assertThat(Gaps.of(new Distribution.Pareto(MEAN, 3))).isEmpty();
    assertThat(Gaps.of(new Distribution.Empirical("f", new DurationList(1)))).isEmpty();
  }
}
