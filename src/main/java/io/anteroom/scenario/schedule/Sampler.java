package io.anteroom.scenario.schedule;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Turns uniform draws into durations of one distribution, by {@link Ziggurat}, inversion or the
 * distribution's definition. All transcendental functions are {@link StrictMath}'s, whose results
 * are the same to the last bit on every JDK and processor. Immutable, so safe for any number of
 * threads.
 */
final class Sampler {
  /** Longer draws (of heavy tails) are cut to this: a century, so that sums fit into a long. */
  static final double LONGEST_NANOS = 100.0 * 365 * 24 * 3600 * 1e9;

  private final ToDoubleFunction<Draws> formula;

  private Sampler(ToDoubleFunction<Draws> formula) {
    this.formula = formula;
  }

  static Sampler of(Distribution distribution) {
    return new Sampler(formula(distribution));
  }

  /** The exponential distribution of a mean that need not be whole. */
  static Sampler exponential(double meanNanos) {
    return new Sampler(draws -> exponential(draws, meanNanos));
  }

  /** A duration in nanoseconds, not rounded, from 0 to {@link #LONGEST_NANOS}. */
  double sample(Draws draws) {
    return Math.min(formula.applyAsDouble(draws), LONGEST_NANOS);
  }

  /** A duration in whole nanoseconds, from 0 to {@link #LONGEST_NANOS}. */
  long sampleNanos(Draws draws) {
    return Math.round(sample(draws));
  }

  private static ToDoubleFunction<Draws> formula(Distribution distribution) {
    double mean = distribution.meanNanos();
    return switch (distribution) {
      case Distribution.Fixed fixed -> draws -> mean;
      case Distribution.Exponential exponential -> draws -> exponential(draws, mean);
      case Distribution.Uniform uniform -> uniform(uniform);
      case Distribution.Lognormal lognormal -> lognormal(mean, lognormal.cv());
      case Distribution.Erlang erlang -> erlang(mean / erlang.k(), erlang.k());
      case Distribution.Hyperexponential phases ->
          hyperexponential(mean, phases.shorterPhaseProbability());
      case Distribution.Pareto pareto -> pareto(mean, pareto.alpha());
      case Distribution.Empirical empirical -> empirical(empirical.values());
      case Distribution.Paired paired ->
          throw new IllegalStateException("holds that are listed are not drawn");
      case Distribution.Mixture mixture -> mixture(mixture);
      case Distribution.Law law -> draws -> law.sample(draws::nextPositiveUnit);
    };
  }

  private static double exponential(Draws draws, double mean) {
    return mean * Ziggurat.exponential(draws);
  }

  private static ToDoubleFunction<Draws> uniform(Distribution.Uniform uniform) {
    double least = uniform.least().toNanos();
    double width = uniform.most().toNanos() - least;
    return draws -> least + width * draws.nextPositiveUnit();
  }

  private static ToDoubleFunction<Draws> lognormal(double mean, double cv) {
    double variance = StrictMath.log1p(cv * cv);
    double location = StrictMath.log(mean) - variance / 2;
    double scale = StrictMath.sqrt(variance);
    return draws -> StrictMath.exp(location + scale * normal(draws));
  }

  /** A standard normal variate: Box, Muller: A Note on the Generation of Random Normal Deviates. */
  private static double normal(Draws draws) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(draws.nextPositiveUnit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * draws.nextPositiveUnit());
  }

  private static ToDoubleFunction<Draws> erlang(double phaseMean, int phases) {
    return draws -> {
      double sum = 0;
      for (int phase = 0; phase < phases; phase++) {
        sum += exponential(draws, phaseMean);
      }
      return sum;
    };
  }

  /** Balanced means: a phase that is taken with probability p has the mean 1/(2p) of the whole. */
  private static ToDoubleFunction<Draws> hyperexponential(double mean, double shorter) {
    double shorterMean = mean / (2 * shorter);
    double longerMean = mean / (2 * (1 - shorter));
    return draws -> {
      double phaseMean = draws.nextPositiveUnit() <= shorter ? shorterMean : longerMean;
      return exponential(draws, phaseMean);
    };
  }

  private static ToDoubleFunction<Draws> pareto(double mean, double alpha) {
    double least = mean * (alpha - 1) / alpha;
    return draws -> least * StrictMath.pow(draws.nextPositiveUnit(), -1 / alpha);
  }

  private static ToDoubleFunction<Draws> mixture(Distribution.Mixture mixture) {
    int count = mixture.parts().size();
    double[] most = new double[count];
    List<ToDoubleFunction<Draws>> formulas = new ArrayList<>();
    double sum = 0;
    for (int part = 0; part < count; part++) {
      sum += mixture.parts().get(part).weight();
      most[part] = sum;
      formulas.add(formula(mixture.parts().get(part).distribution()));
    }
    return draws -> {
      double place = draws.nextPositiveUnit();
      int part = 0;
      while (part < count - 1 && place > most[part]) {
        part++;
      }
      return formulas.get(part).applyAsDouble(draws);
    };
  }

  private static ToDoubleFunction<Draws> empirical(DurationList values) {
    return draws -> values.nanos(draws.nextBelow(values.size()));
  }
}
