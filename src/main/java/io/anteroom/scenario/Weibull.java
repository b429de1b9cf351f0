package io.anteroom.scenario;

import java.time.Duration;

/**
 * The Weibull distribution, by its mean and its shape: below 1 the tail is heavier than that of an
 * exponential distribution, above 1 it is lighter.
 *
 * <p>Source: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions, 1994.
 *
 * @param k shape, from 0.2 to 100
 */
public record Weibull(Duration mean, double k) implements Distribution.Law {
  static final WordText<Weibull> TEXT =
      new WordText<>(
          "weibull",
          ShapedText.pattern("k"),
          "weibull:5ms,k=0.7",
          setting -> parse(setting.value()));

  /** C. Lanczos, A Precision Approximation of the Gamma Function, 1964; with g = 7. */
  private static final double[] LANCZOS = {
    0.9999999999998099,
    676.5203681218851,
    -1259.1392167224028,
    771.3234287776531,
    -176.6150291621406,
    12.507343278686905,
    -0.13857109526572012,
    9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double LANCZOS_G = 7;

  public Weibull {
    Numbers.requireMean(mean);
    Numbers.require(k >= 0.2 && k <= 100, "a k from 0.2 to 100");
  }

  private static Weibull parse(String figure) {
    ShapedText shaped = ShapedText.parse(figure, "k", TEXT.example());
    return new Weibull(shaped.mean(), Numbers.parse(shaped.shape()));
  }

  @Override
  public double meanNanos() {
    return mean.toNanos();
  }

  private double scale() {
    return meanNanos() / gamma(1 + 1 / k);
  }

  @Override
  public double secondMoment() {
    return scale() * scale() * gamma(1 + 2 / k);
  }

  @Override
  public double thirdMoment() {
    return scale() * scale() * scale() * gamma(1 + 3 / k);
  }

  @Override
  public double exceeds(double nanos) {
    return Math.exp(-Math.pow(nanos / scale(), k));
  }

  @Override
  public double sample(Uniforms uniforms) {
    return scale() * StrictMath.pow(-StrictMath.log(uniforms.next()), 1 / k);
  }

  /** The gamma function from 1 on, the same on every JDK. */
  private static double gamma(double argument) {
    double x = argument - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    double t = x + LANCZOS_G + 0.5;
    return StrictMath.sqrt(2 * StrictMath.PI)
        * StrictMath.pow(t, x + 0.5)
        * StrictMath.exp(-t)
        * sum;
  }

  @Override
  public Weibull withMean(double nanos) {
    return new Weibull(Duration.ofNanos(Math.round(nanos)), k);
  }

  @Override
  public boolean light() {
    return k >= 0.6;
  }

  @Override
  public boolean memoryless() {
    return k == 1;
  }

  @Override
  public String toString() {
    return "weibull:" + DurationText.format(mean) + ",k=" + Numbers.plain(k);
  }
}
