package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;

/**
 * Mean, mean square and mean cube of a duration, in nanoseconds; infinite where it has none.
 *
 * <p>Source: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions, 1994.
 */
record DurationMoments(double mean, double second, double third) {
  /** Those of a distribution. */
  static DurationMoments of(Distribution distribution) {
    double mean = distribution.meanNanos();
    return switch (distribution) {
      case Distribution.Fixed fixed -> relative(mean, 1, 1);
      case Distribution.Exponential exponential -> relative(mean, 2, 6);
      case Distribution.Uniform uniform ->
          uniform((double) uniform.least().toNanos(), (double) uniform.most().toNanos());
      case Distribution.Lognormal lognormal -> {
        double second = 1 + lognormal.cv() * lognormal.cv();
        yield relative(mean, second, second * second * second);
      }
      case Distribution.Erlang erlang -> {
        double second = 1 + 1.0 / erlang.k();
        yield relative(mean, second, second * (1 + 2.0 / erlang.k()));
      }
      case Distribution.Hyperexponential hyper -> {
        double shorter = hyper.shorterPhaseProbability();
        double longer = 1 - shorter;
        yield relative(
            mean,
            (1 / shorter + 1 / longer) / 2,
            (1 / shorter / shorter + 1 / longer / longer) * 3 / 4);
      }
      case Distribution.Pareto pareto -> pareto(mean, pareto.alpha());
      case Distribution.Empirical empirical -> empirical(empirical.values());
      case Distribution.Paired paired -> empirical(paired.values());
      case Distribution.Mixture mixture ->
          new DurationMoments(
              mean, mixture.sum(part -> of(part).second()), mixture.sum(part -> of(part).third()));
      case Distribution.Law law -> new DurationMoments(mean, law.secondMoment(), law.thirdMoment());
    };
  }

  private static DurationMoments relative(double mean, double second, double third) {
    return new DurationMoments(mean, second * mean * mean, third * mean * mean * mean);
  }

  private static DurationMoments uniform(double least, double most) {
    double second = (least * least + least * most + most * most) / 3;
    return new DurationMoments(
        (least + most) / 2, second, (least + most) * (least * least + most * most) / 4);
  }

  private static DurationMoments pareto(double mean, double alpha) {
    double least = (alpha - 1) / alpha;
    double second = alpha > 2 ? alpha * least * least / (alpha - 2) : Double.POSITIVE_INFINITY;
    double third =
        alpha > 3 ? alpha * least * least * least / (alpha - 3) : Double.POSITIVE_INFINITY;
    return relative(mean, second, third);
  }

  private static DurationMoments empirical(DurationList values) {
    double second = 0;
    double third = 0;
    for (int i = 0; i < values.size(); i++) {
      double value = values.nanos(i);
      second += value * value / values.size();
      third += value * value * value / values.size();
    }
    return new DurationMoments(values.meanNanos(), second, third);
  }

  /** The squared coefficient of variation: variance over squared mean; at least 0. */
  double squaredVariation() {
    return Math.max(0, second / mean / mean - 1);
  }
}
