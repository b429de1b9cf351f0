package io.anteroom.scenario;

import java.time.Duration;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The gamma distribution, by its mean and how much it varies.
 *
 * <p>Source: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions, 1994;
 * draws: G. Marsaglia, W. W. Tsang, A Simple Method for Generating Gamma Variables, 2000.
 *
 * @param cv coefficient of variation (standard deviation over mean), from 0.01 to 10
 */
public record Gamma(Duration mean, double cv) implements Distribution.Law {
  static final WordText<Gamma> TEXT =
      new WordText<>(
          "gamma", ShapedText.pattern("cv"), "gamma:5ms,cv=1.5", setting -> parse(setting.value()));

  public Gamma {
    Numbers.requireMean(mean);
    Numbers.require(cv >= 0.01 && cv <= 10, "a cv from 0.01 to 10");
  }

  private static Gamma parse(String figure) {
    ShapedText shaped = ShapedText.parse(figure, "cv", TEXT.example());
    return new Gamma(shaped.mean(), Numbers.parse(shaped.shape()));
  }

  private double shape() {
    return 1 / (cv * cv);
  }

  @Override
  public double meanNanos() {
    return mean.toNanos();
  }

  @Override
  public double secondMoment() {
    return meanNanos() * meanNanos() * (1 + cv * cv);
  }

  @Override
  public double thirdMoment() {
    return secondMoment() * meanNanos() * (1 + 2 * cv * cv);
  }

  @Override
  public double exceeds(double nanos) {
    return GammaDistribution.of(shape(), meanNanos() / shape()).survivalProbability(nanos);
  }

  @Override
  public double sample(Uniforms uniforms) {
    double shape = shape();
    double scale = meanNanos() / shape;
    return scale
        * (shape >= 1
            ? standard(shape, uniforms)
            : standard(shape + 1, uniforms) * StrictMath.pow(uniforms.next(), 1 / shape));
  }

  /** A variate of a shape of at least 1. */
  static double standard(double shape, Uniforms uniforms) {
    double distance = shape - 1.0 / 3;
    double factor = 1 / StrictMath.sqrt(9 * distance);
    while (true) {
      double normal = normal(uniforms);
      double root = 1 + factor * normal;
      double uniform = uniforms.next();
      if (root > 0) {
        double cube = root * root * root;
        double bound =
            normal * normal / 2 + distance - distance * cube + distance * StrictMath.log(cube);
        if (StrictMath.log(uniform) < bound) {
          return distance * cube;
        }
      }
    }
  }

  /** By G. E. P. Box, M. E. Muller, A Note on the Generation of Random Normal Deviates, 1958. */
  private static double normal(Uniforms uniforms) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(uniforms.next()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniforms.next());
  }

  @Override
  public Gamma withMean(double nanos) {
    return new Gamma(Duration.ofNanos(Math.round(nanos)), cv);
  }

  @Override
  public boolean light() {
    return cv <= 3;
  }

  @Override
  public boolean memoryless() {
    return cv == 1;
  }

  @Override
  public String toString() {
    return "gamma:" + DurationText.format(mean) + ",cv=" + Numbers.plain(cv);
  }
}
