package io.anteroom.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How a random duration is distributed. {@code toString} gives the scenario's notation, in which
 * the figure is the mean.
 */
public sealed interface Distribution {
  /** The expected value, in nanoseconds. */
  double meanNanos();

  /** Always the same duration. */
  record Fixed(Duration value) implements Distribution {
    public Fixed {
      Numbers.require(!value.isNegative(), "no duration below 0s");
    }

    @Override
    public double meanNanos() {
      return value.toNanos();
    }

    @Override
    public String toString() {
      return "fixed:" + DurationText.format(value);
    }
  }

  /** Without memory; coefficient of variation 1. */
  record Exponential(Duration mean) implements Distribution {
    public Exponential {
      Numbers.requireMean(mean);
    }

    @Override
    public double meanNanos() {
      return mean.toNanos();
    }

    @Override
    public String toString() {
      return "exponential:" + DurationText.format(mean);
    }
  }

  /** Any duration between the two with equal probability. */
  record Uniform(Duration least, Duration most) implements Distribution {
    public Uniform {
      if (least.isNegative() || least.compareTo(most) > 0) {
        throw new IllegalArgumentException("allowed: the lower bound first, not below 0s");
      }
    }

    @Override
    public double meanNanos() {
      return (least.toNanos() + (double) most.toNanos()) / 2;
    }

    @Override
    public String toString() {
      return "uniform:" + DurationText.format(least) + ".." + DurationText.format(most);
    }
  }

  /**
   * The exponential of a normal variate.
   *
   * @param cv coefficient of variation (standard deviation over mean), greater than 0, at most 1000
   */
  record Lognormal(Duration mean, double cv) implements Distribution {
    public Lognormal {
      Numbers.requireMean(mean);
      Numbers.require(cv > 0 && cv <= 1000, "a cv greater than 0, at most 1000");
    }

    @Override
    public double meanNanos() {
      return mean.toNanos();
    }

    @Override
    public String toString() {
      return "lognormal:" + DurationText.format(mean) + ",cv=" + Numbers.plain(cv);
    }
  }

  /**
   * The sum of {@code k} equal exponential phases; coefficient of variation 1/√k.
   *
   * @param k from 1 to 1000
   */
  record Erlang(Duration mean, int k) implements Distribution {
    public Erlang {
      Numbers.requireMean(mean);
      if (k < 1 || k > 1000) {
        throw new IllegalArgumentException("allowed: k from 1 to 1000");
      }
    }

    @Override
    public double meanNanos() {
      return mean.toNanos();
    }

    @Override
    public String toString() {
      return "erlang:" + DurationText.format(mean) + ",k=" + k;
    }
  }

  /**
   * One of two exponential phases with balanced means (each carries half of the mean): the usual
   * model of variable work.
   *
   * @param cv coefficient of variation, from 1 to 1000
   */
  record Hyperexponential(Duration mean, double cv) implements Distribution {
    public Hyperexponential {
      Numbers.requireMean(mean);
      Numbers.require(cv >= 1 && cv <= 1000, "a cv from 1 to 1000");
    }

    @Override
    public double meanNanos() {
      return mean.toNanos();
    }

    /** The probability of the shorter phase, at least 1/2. */
    public double shorterPhaseProbability() {
      double squared = cv * cv;
      return (1 + Math.sqrt((squared - 1) / (squared + 1))) / 2;
    }

    @Override
    public String toString() {
      return "hyperexponential:" + DurationText.format(mean) + ",cv=" + Numbers.plain(cv);
    }
  }

  /**
   * A power law: heavy-tailed; the variance is infinite where {@code alpha} is 2 or less.
   *
   * @param alpha shape, greater than 1 so that there is a mean, at most 1000
   */
  record Pareto(Duration mean, double alpha) implements Distribution {
    public Pareto {
      Numbers.requireMean(mean);
      Numbers.require(alpha > 1 && alpha <= 1000, "an alpha greater than 1, at most 1000");
    }

    @Override
    public double meanNanos() {
      return mean.toNanos();
    }

    @Override
    public String toString() {
      return "pareto:" + DurationText.format(mean) + ",alpha=" + Numbers.plain(alpha);
    }
  }

  /**
   * One of several distributions, each with its own probability.
   *
   * @param parts at least two; their weights make 1
   */
  record Mixture(List<Part> parts) implements Distribution {
    private static final double ROUNDING = 1e-9;

    public Mixture {
      parts = List.copyOf(parts);
      Numbers.require(parts.size() >= 2, "at least two distributions");
      double sum = parts.stream().mapToDouble(Part::weight).sum();
      Numbers.require(Math.abs(sum - 1) < ROUNDING, "shares that make 100% together");
    }

    /**
     * A part.
     *
     * @param weight its probability, greater than 0
     */
    public record Part(double weight, Distribution distribution) {
      public Part {
        Numbers.require(weight > 0 && weight <= 1, "shares above 0%, to 100%");
        Numbers.require(!(distribution instanceof Mixture), "no mixture in a mixture");
      }
    }

    /** So much of each part's figure, added up. */
    public double sum(ToDoubleFunction<Distribution> figure) {
      double sum = 0;
      for (Part part : parts) {
        sum += part.weight * figure.applyAsDouble(part.distribution);
      }
      return sum;
    }

    @Override
    public double meanNanos() {
      return sum(Distribution::meanNanos);
    }

    @Override
    public String toString() {
      return "mix:"
          + parts.stream()
              .map(part -> Numbers.plainPercent(part.weight) + "%*" + part.distribution)
              .collect(Collectors.joining(","));
    }
  }

  /**
   * The durations that a trace lists beside its arrivals, each for the person that arrives then.
   *
   * @param values in the order of the arrivals
   */
  record Paired(DurationList values) implements Distribution {
    /** How scenarios write it. */
    public static final String WORD = "paired";

    @Override
    public double meanNanos() {
      return values.meanNanos();
    }

    @Override
    public String toString() {
      return WORD;
    }
  }

  /**
   * Any of the durations listed in a file, with equal probability.
   *
   * @param file as the scenario names it
   */
  record Empirical(String file, DurationList values) implements Distribution {
    @Override
    public double meanNanos() {
      return values.meanNanos();
    }

    @Override
    public String toString() {
      return "empirical:" + file;
    }
  }

  /**
   * A distribution that says of itself all that schedules, formulas and plans ask: one class, and
   * one line in {@link Laws}. All times are in nanoseconds. Immutable.
   */
  non-sealed interface Law extends Distribution {
    /** The mean of the square. */
    double secondMoment();

    /** The mean of the cube. */
    double thirdMoment();

    /** The probability, from 0 to 1, that a draw is longer than this time, which is at least 0. */
    double exceeds(double nanos);

    /**
     * A draw: the same for the same uniform numbers on every JDK and processor, so that only {@link
     * StrictMath} may be used, or arithmetic.
     */
    double sample(Uniforms uniforms);

    /** The same shape about another mean. */
    Law withMean(double nanos);

    /** Whether the tail is so light that the mean square of ten thousand draws is nearly normal. */
    boolean light();

    /** Whether it is the exponential distribution. */
    default boolean memoryless() {
      return false;
    }
  }
}
