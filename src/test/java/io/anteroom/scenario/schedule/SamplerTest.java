package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import io.anteroom.scenario.Gamma;
import io.anteroom.scenario.Weibull;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SamplerTest {
  private static final int MANY = 100_000;
  private static final double MEAN = 5e6;
  private static final Duration FIVE_MILLIS = Duration.ofMillis(5);
  private static final Duration YEAR = Duration.ofDays(365);

  /** A distribution, its coefficient of variation, and its cumulative probabilities. */
  record Reference(Distribution distribution, double variation, DoubleUnaryOperator cumulative) {
    @Override
    public String toString() {
      return distribution.toString();
    }
  }

  static Stream<Reference> references() {
    return Stream.of(
        new Reference(
            new Distribution.Exponential(FIVE_MILLIS),
            1,
            ExponentialDistribution.of(MEAN)::cumulativeProbability),
        new Reference(
            new Distribution.Uniform(Duration.ofMillis(1), Duration.ofMillis(9)),
            8 / Math.sqrt(12) / 5,
            UniformContinuousDistribution.of(1e6, 9e6)::cumulativeProbability),
        lognormal(0.2),
        lognormal(1.5),
        erlang(1),
        erlang(4),
        erlang(50),
        hyperexponential(1),
        hyperexponential(2),
        hyperexponential(5),
        pareto(2.5),
        pareto(10),
        gamma(0.3),
        gamma(1),
        gamma(2.5),
        weibull(0.7),
        weibull(3),
        mixture());
  }

  private static Reference gamma(double cv) {
    double shape = 1 / (cv * cv);
    return new Reference(
        new Gamma(FIVE_MILLIS, cv),
        cv,
        GammaDistribution.of(shape, MEAN / shape)::cumulativeProbability);
  }

  private static Reference weibull(double k) {
    WeibullDistribution unit = WeibullDistribution.of(k, 1);
    WeibullDistribution same = WeibullDistribution.of(k, MEAN / unit.getMean());
    return new Reference(
        new Weibull(FIVE_MILLIS, k),
        Math.sqrt(unit.getVariance()) / unit.getMean(),
        same::cumulativeProbability);
  }

  /** Three of four take 2 ms on average, one takes 14 ms. */
  private static Reference mixture() {
    ExponentialDistribution brief = ExponentialDistribution.of(2e6);
    GammaDistribution tedious = GammaDistribution.of(4, 14e6 / 4);
    double second = 0.75 * 2 * 4 + 0.25 * 1.25 * 14 * 14;
    return new Reference(
        new Distribution.Mixture(
            List.of(
                new Distribution.Mixture.Part(
                    0.75, new Distribution.Exponential(Duration.ofMillis(2))),
                new Distribution.Mixture.Part(0.25, new Gamma(Duration.ofMillis(14), 0.5)))),
        Math.sqrt(second / 25 - 1),
        nanos ->
            0.75 * brief.cumulativeProbability(nanos)
                + 0.25 * tedious.cumulativeProbability(nanos));
  }

  private static Reference lognormal(double cv) {
    double variance = Math.log(1 + cv * cv);
    return new Reference(
        new Distribution.Lognormal(FIVE_MILLIS, cv),
        cv,
        LogNormalDistribution.of(Math.log(MEAN) - variance / 2, Math.sqrt(variance))
            ::cumulativeProbability);
  }

  private static Reference erlang(int phases) {
    return new Reference(
        new Distribution.Erlang(FIVE_MILLIS, phases),
        1 / Math.sqrt(phases),
        GammaDistribution.of(phases, MEAN / phases)::cumulativeProbability);
  }

  /** Balanced means, as in Tijms: A First Course in Stochastic Models (2003), appendix B. */
  private static Reference hyperexponential(double cv) {
    double shorter = 0.5 * (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1)));
    ExponentialDistribution brief = ExponentialDistribution.of(MEAN / (2 * shorter));
    ExponentialDistribution tedious = ExponentialDistribution.of(MEAN / (2 * (1 - shorter)));
    return new Reference(
        new Distribution.Hyperexponential(FIVE_MILLIS, cv),
        cv,
        nanos ->
            shorter * brief.cumulativeProbability(nanos)
                + (1 - shorter) * tedious.cumulativeProbability(nanos));
  }

  private static Reference pareto(double alpha) {
    return new Reference(
        new Distribution.Pareto(FIVE_MILLIS, alpha),
        1 / Math.sqrt(alpha * (alpha - 2)),
        ParetoDistribution.of(MEAN * (alpha - 1) / alpha, alpha)::cumulativeProbability);
  }

  @ParameterizedTest
  @MethodSource("references")
  void samplesFitTheDistribution(Reference reference) {
    double[] sample = sample(reference.distribution());
    assertThat(Fit.kolmogorov(sample, reference.cumulative())).isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  @ParameterizedTest
  @MethodSource("references")
  void samplesHaveTheMeanThatTheScenarioNames(Reference reference) {
    assertThat(reference.distribution().meanNanos()).isEqualTo(MEAN);
    double standardError = MEAN * reference.variation() / Math.sqrt(MANY);
    assertThat(Fit.mean(sample(reference.distribution())))
        .isCloseTo(MEAN, within(4 * standardError));
  }

  @ParameterizedTest
  @MethodSource("references")
  void samplesVaryAsTheScenarioSays(Reference reference) {
    boolean fourthMomentIsFinite =
        !(reference.distribution() instanceof Distribution.Pareto p) || p.alpha() > 4;
    double tolerance = fourthMomentIsFinite ? 0.05 : 0.3;
    assertThat(Fit.variation(sample(reference.distribution())) / reference.variation())
        .isCloseTo(1, within(tolerance));
  }

  @Test
  void fixedNeverVaries() {
    assertThat(sample(new Distribution.Fixed(FIVE_MILLIS))).containsOnly(MEAN);
    assertThat(sample(new Distribution.Fixed(Duration.ZERO))).containsOnly(0);
  }

  @Test
  void empiricalDrawsEachListedValueEquallyOften() {
    long[] listed = {7, 0, 100, 3_000_000_000L};
    double[] sample = sample(new Distribution.Empirical("f", new DurationList(listed)));
    long[] counts =
        Arrays.stream(listed)
            .map(value -> Arrays.stream(sample).filter(drawn -> drawn == value).count())
            .toArray();
    assertThat(Arrays.stream(counts).sum()).isEqualTo(MANY);
    assertThat(Fit.evenness(counts)).isGreaterThan(Fit.SMALLEST_P);
  }

  @Test
  void uniformStaysWithinItsBounds() {
    double[] sample = sample(new Distribution.Uniform(Duration.ofNanos(10), Duration.ofNanos(12)));
    assertThat(Arrays.stream(sample).min().orElseThrow()).isGreaterThanOrEqualTo(10);
    assertThat(Arrays.stream(sample).max().orElseThrow()).isLessThanOrEqualTo(12);
  }

  static Stream<Distribution> extremes() {
    return Stream.concat(
        Stream.of(
            new Distribution.Fixed(Duration.ZERO),
            new Distribution.Uniform(Duration.ZERO, Duration.ZERO)),
        Stream.of(Duration.ofNanos(1), FIVE_MILLIS, YEAR).flatMap(SamplerTest::extremes));
  }

  private static Stream<Distribution> extremes(Duration mean) {
    return Stream.of(
        new Distribution.Fixed(mean),
        new Distribution.Exponential(mean),
        new Distribution.Uniform(mean, mean),
        new Distribution.Uniform(Duration.ZERO, mean),
        new Distribution.Lognormal(mean, 1e-6),
        new Distribution.Lognormal(mean, 1000),
        new Distribution.Erlang(mean, 1000),
        new Distribution.Hyperexponential(mean, 1000),
        new Distribution.Pareto(mean, 1.001),
        new Distribution.Pareto(mean, 1000));
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void noSampleIsNegativeNorLongerThanACentury(Distribution distribution) {
    Sampler sampler = Sampler.of(distribution);
    Draws draws = new Draws(11);
    for (int person = 0; person < 2_000; person++) {
      double nanos = sampler.sample(draws.at(Purpose.HOLD, person, 0));
      assertThat(nanos).isBetween(0.0, Sampler.LONGEST_NANOS);
      assertThat(sampler.sampleNanos(draws.at(Purpose.HOLD, person, 0)))
          .isBetween(0L, (long) Sampler.LONGEST_NANOS)
          .isEqualTo(Math.round(nanos));
    }
  }

  @Test
  void aTailBeyondACenturyIsCut() {
    double[] sample = sample(new Distribution.Pareto(YEAR, 1.1));
    assertThat(Arrays.stream(sample).max().orElseThrow()).isEqualTo(Sampler.LONGEST_NANOS);
    assertThat(2 * (long) Sampler.LONGEST_NANOS).as("a sum of two").isPositive();
  }

  private static double[] sample(Distribution distribution) {
    Sampler sampler = Sampler.of(distribution);
    Draws draws = new Draws(2024);
    return IntStream.range(0, MANY)
        .mapToDouble(person -> sampler.sample(draws.at(Purpose.HOLD, person, 0)))
        .toArray();
  }
}
