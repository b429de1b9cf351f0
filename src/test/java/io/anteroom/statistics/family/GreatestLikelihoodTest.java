package io.anteroom.statistics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

/** Fitted members have a greater likelihood than their neighbours, and know themselves. */
class GreatestLikelihoodTest {
  private static final double STEP = 1e-3;

  private static double[] skewed() {
    ContinuousDistribution.Sampler sampler =
        new TwoExponentials(0.7, 2, 9).createSampler(RandomSource.XO_RO_SHI_RO_128_PP.create(5));
    return IntStream.range(0, 2_000).mapToDouble(i -> sampler.sample()).toArray();
  }

  private static double likelihood(ContinuousDistribution distribution, double[] sample) {
    return Arrays.stream(sample).map(distribution::logDensity).sum();
  }

  @Test
  void noNeighbourOfAGammaIsMoreLikely() {
    double[] sample = skewed();
    Member fitted = new GammaFamily().fit(sample).orElseThrow();
    double shape = fitted.parameter("shape");
    double mean = fitted.parameter("mean");
    double best = likelihood(fitted.distribution(), sample);
    for (double factor : new double[] {1 - STEP, 1 + STEP}) {
      assertThat(likelihood(gamma(shape * factor, mean), sample)).isLessThan(best);
      assertThat(likelihood(gamma(shape, mean * factor), sample)).isLessThan(best);
    }
  }

  private static ContinuousDistribution gamma(double shape, double mean) {
    return GammaDistribution.of(shape, mean / shape);
  }

  @Test
  void noNeighbourOfAHyperexponentialIsMoreLikely() {
    double[] sample = skewed();
    Member fitted = new HyperexponentialFamily().fit(sample).orElseThrow();
    double share = fitted.parameter("share");
    double shorter = fitted.parameter("shorter");
    double longer = fitted.parameter("longer");
    assertThat(share).isCloseTo(0.7, within(0.1));
    double best = likelihood(fitted.distribution(), sample);
    for (double factor : new double[] {0.99, 1.01}) {
      assertThat(likelihood(new TwoExponentials(share * factor, shorter, longer), sample))
          .isLessThan(best);
      assertThat(likelihood(new TwoExponentials(share, shorter * factor, longer), sample))
          .isLessThan(best);
      assertThat(likelihood(new TwoExponentials(share, shorter, longer * factor), sample))
          .isLessThan(best);
    }
  }

  @Test
  void figuresThatAreAllTheSameOrHardlyVaryHaveNoSuchMember() {
    double[] same = {2, 2, 2, 2};
    assertThat(new GammaFamily().fit(same)).isEmpty();
    assertThat(new HyperexponentialFamily().fit(same)).isEmpty();
    assertThat(new HyperexponentialFamily().fit(new double[] {1, 2, 3, 4, 5})).isEmpty();
  }

  /** Share 0.7 of mean 2, share 0.3 of mean 9: all by hand. */
  @Test
  void aMixtureOfTwoExponentialsKnowsItself() {
    TwoExponentials mixture = new TwoExponentials(0.7, 2, 9);
    assertThat(mixture.getMean()).isCloseTo(4.1, within(1e-12));
    assertThat(mixture.getVariance())
        .isCloseTo(2 * (0.7 * 4 + 0.3 * 81) - 4.1 * 4.1, within(1e-12));
    assertThat(mixture.density(0)).isCloseTo(0.35 + 0.3 / 9, within(1e-12));
    assertThat(mixture.density(-1)).isZero();
    assertThat(mixture.survivalProbability(0)).isEqualTo(1);
    assertThat(mixture.survivalProbability(-1)).isEqualTo(1);
    assertThat(mixture.cumulativeProbability(-1)).isZero();
    assertThat(mixture.survivalProbability(2))
        .isCloseTo(0.7 * Math.exp(-1) + 0.3 * Math.exp(-2.0 / 9), within(1e-12));
    for (double p : new double[] {0.001, 0.3, 0.5, 0.9, 0.99, 0.999_999}) {
      assertThat(mixture.cumulativeProbability(mixture.inverseCumulativeProbability(p)))
          .isCloseTo(p, within(1e-12));
    }
  }

  @Test
  void aMixturesSamplesHaveItsMeanAndItsMedian() {
    double[] sample = skewed();
    TwoExponentials mixture = new TwoExponentials(0.7, 2, 9);
    double error = Math.sqrt(mixture.getVariance() / sample.length);
    assertThat(Arrays.stream(sample).average().orElseThrow()).isCloseTo(4.1, within(4 * error));
    double median = mixture.inverseCumulativeProbability(0.5);
    long below = Arrays.stream(sample).filter(x -> x < median).count();
    assertThat(below).isCloseTo(1_000, within(90L));
  }
}
