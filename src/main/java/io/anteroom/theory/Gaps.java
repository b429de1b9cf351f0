package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import java.util.Optional;

/**
 * The gaps between arrivals, by the logarithm of their Laplace transform: {@code ln E exp(-s gap)}
 * for {@code s} of at least 0.
 *
 * <p>Source: L. Kleinrock, Queueing Systems I, 1975, appendix I.
 */
@FunctionalInterface
interface Gaps {
  /** The logarithm of the transform, at most 0. */
  double logTransform(double s);

  /** What the transform lacks to 1, without loss of digits where that is little. */
  default double complement(double s) {
    return -Math.expm1(logTransform(s));
  }

  /** The gaps between every {@code count}-th of these arrivals. */
  default Gaps every(int count) {
    return s -> count * logTransform(s);
  }

  /** Always the same gap. */
  static Gaps fixed(double gap) {
    return s -> -s * gap;
  }

  /** Exponential gaps: Poisson arrivals. */
  static Gaps exponential(double mean) {
    return s -> -Math.log1p(s * mean);
  }

  /** Gaps of a distribution in nanoseconds; empty where the transform has no closed form. */
  static Optional<Gaps> of(Distribution distribution) {
    double mean = distribution.meanNanos();
    return switch (distribution) {
      case Distribution.Fixed fixed -> Optional.of(fixed(mean));
      case Distribution.Exponential exponential -> Optional.of(exponential(mean));
      case Distribution.Erlang erlang ->
          Optional.of(exponential(mean / erlang.k()).every(erlang.k()));
      case Distribution.Hyperexponential hyper ->
          Optional.of(hyperexponential(mean, hyper.shorterPhaseProbability()));
      case Distribution.Uniform uniform ->
          Optional.of(uniform(mean, (uniform.most().toNanos() - mean)));
      case Distribution.Lognormal lognormal -> Optional.empty();
      case Distribution.Pareto pareto -> Optional.empty();
      case Distribution.Empirical empirical -> Optional.empty();
      case Distribution.Paired paired -> Optional.empty();
      case Distribution.Mixture mixture -> Optional.empty();
      case Distribution.Law law -> Optional.empty();
    };
  }

  private static Gaps hyperexponential(double mean, double shorter) {
    return s -> {
      double half = s * mean / 2;
      double longer = 1 - shorter;
      return Math.log1p(-half / (1 + half / shorter) - half / (1 + half / longer));
    };
  }

  /** From {@code mean - reach} to {@code mean + reach}. */
  private static Gaps uniform(double mean, double reach) {
    return s -> -s * mean + logHyperbolicRatio(s * reach);
  }

  /** The logarithm of {@code sinh(x) / x}. */
  private static double logHyperbolicRatio(double x) {
    if (x < 0.1) {
      double square = x * x;
      return Math.log1p(square / 6 * (1 + square / 20 * (1 + square / 42 * (1 + square / 72))));
    }
    return x + Math.log(-Math.expm1(-2 * x) / (2 * x));
  }
}
