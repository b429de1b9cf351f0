package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * One of two exponential phases, by expectation and maximisation (Dempster, Laird, Rubin: Maximum
 * Likelihood from Incomplete Data via the EM Algorithm, JRSS B 39, 1977).
 */
final class HyperexponentialFamily implements Family {
  private static final int MOST_STEPS = 300;

  /** Less variable data have no such mixture. */
  private static final double LEAST_CV = 1.01;

  @Override
  public String name() {
    return "hyperexponential";
  }

  @Override
  public List<String> parameters() {
    return List.of("share", "shorter", "longer");
  }

  @Override
  public ContinuousDistribution distribution(double... parameters) {
    return new TwoExponentials(parameters[0], parameters[1], parameters[2]);
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double mean = Arrays.stream(sample).average().orElseThrow();
    double squares = Arrays.stream(sample).map(x -> x * x).average().orElseThrow();
    if (!(squares / (mean * mean) - 1 > LEAST_CV * LEAST_CV)) {
      return Optional.empty();
    }
    Mixture mixture = new Mixture(0.8, mean / 2, mean * 3);
    for (int step = 0; step < MOST_STEPS; step++) {
      Mixture next = mixture.improved(sample);
      boolean close =
          Math.abs(next.share - mixture.share) < 1e-7
              && Math.abs(next.longer / mixture.longer - 1) < 1e-7;
      mixture = next;
      if (close) {
        break;
      }
    }
    boolean mixed = mixture.share > 1e-4 && mixture.share < 1 - 1e-4;
    if (!mixed || !(mixture.longer > mixture.shorter * 1.05)) {
      return Optional.empty();
    }
    return Optional.of(member(mixture.share, mixture.shorter, mixture.longer));
  }

  /** The share of the first phase, and the means of both. */
  private record Mixture(double share, double shorter, double longer) {
    Mixture improved(double[] sample) {
      double all = 0;
      double first = 0;
      double second = 0;
      for (double x : sample) {
        double one = share / shorter * Math.exp(-x / shorter);
        double other = (1 - share) / longer * Math.exp(-x / longer);
        double weight = one + other > 0 ? one / (one + other) : 0;
        all += weight;
        first += weight * x;
        second += (1 - weight) * x;
      }
      return new Mixture(
          all / sample.length,
          first / Math.max(all, 1e-300),
          second / Math.max(sample.length - all, 1e-300));
    }
  }
}
