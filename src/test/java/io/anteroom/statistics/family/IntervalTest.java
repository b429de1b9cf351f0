package io.anteroom.statistics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds of fitted parameters hold the true ones as often as they say, and are no wider. */
class IntervalTest {
  private static final int SAMPLES = 300;

  static Stream<Arguments> members() {
    return Stream.of(
        Arguments.of(new ExponentialFamily(), new double[] {3}),
        Arguments.of(new LognormalFamily(), new double[] {3, 1.5}),
        Arguments.of(new GammaFamily(), new double[] {3, 2.5}),
        Arguments.of(new WeibullFamily(), new double[] {3, 0.6}),
        Arguments.of(new ParetoFamily(), new double[] {3, 2.5}),
        Arguments.of(new HyperexponentialFamily(), new double[] {0.8, 1, 12}));
  }

  /** Of 300 samples 285 in the mean; fewer than 270 or more than 297 have a chance below 0.0003. */
  @ParameterizedTest
  @MethodSource("members")
  void ninetyFiveInAHundredHoldTheTruth(Family family, double... truth) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20);
    ContinuousDistribution.Sampler sampler = family.distribution(truth).createSampler(random);
    Map<String, Integer> held = new TreeMap<>();
    for (int i = 0; i < SAMPLES; i++) {
      double[] sample = sampler.samples(400).toArray();
      Member member = family.fit(sample).orElseThrow();
      Map<String, Interval> intervals = family.intervals(member, sample);
      for (int k = 0; k < truth.length; k++) {
        String name = family.parameters().get(k);
        Interval interval = Objects.requireNonNull(intervals.get(name));
        assertThat(interval.contains(member.parameter(name))).isTrue();
        held.merge(name, interval.contains(truth[k]) ? 1 : 0, Integer::sum);
      }
    }
    assertThat(held.values()).as("%s", held).allSatisfy(n -> assertThat(n).isBetween(270, 297));
  }

  /** The deviation of a Weibull shape is 0.7797 of it over the root of the count (Thoman 1969). */
  @Test
  void theShapeOfAWeibullIsAsWellKnownAsTheTextbookSays() {
    double[] sample = sample(new WeibullFamily().distribution(3, 2), 4000);
    Member member = new WeibullFamily().fit(sample).orElseThrow();
    Interval shape = interval(member, sample, "shape");
    double reach = 1.96 * Math.sqrt(6) / Math.PI / Math.sqrt(4000);
    assertThat(Math.log(shape.high() / shape.low()) / 2).isCloseTo(reach, withinPercentage(4));
  }

  @Test
  void theMeanOfAnExponentialIsBoundedAsByChiSquares() {
    double[] sample = sample(new ExponentialFamily().distribution(3), 500);
    double sum = Arrays.stream(sample).sum();
    Interval mean = interval(new ExponentialFamily().fit(sample).orElseThrow(), sample, "mean");
    ChiSquaredDistribution squares = ChiSquaredDistribution.of(1000);
    double low = 2 * sum / squares.inverseCumulativeProbability(0.975);
    double high = 2 * sum / squares.inverseCumulativeProbability(0.025);
    assertThat(mean.low()).isCloseTo(low, withinPercentage(0.3));
    assertThat(mean.high()).isCloseTo(high, withinPercentage(0.3));
    Interval rate = RateInterval.of(500, sum);
    assertThat(1 / rate.high()).isCloseTo(low, within(1e-9));
    assertThat(1 / rate.low()).isCloseTo(high, within(1e-9));
  }

  /** A share can't be more than 1, nor a mean less than 0, however little is known. */
  @Test
  void boundsAreSuchAsParametersCanBe() {
    double[] sample = sample(new HyperexponentialFamily().distribution(0.97, 1, 30), 60);
    Member member = new HyperexponentialFamily().fit(sample).orElseThrow();
    Map<String, Interval> intervals = member.family().intervals(member, sample);
    assertThat(interval(member, sample, "share").high()).isLessThan(1);
    assertThat(intervals.values()).allSatisfy(one -> assertThat(one.low()).isPositive());
  }

  /** Two phases of one mean are one phase: nothing tells their share. */
  @Test
  void nothingIsSaidWhereTheLikelihoodHasNoTop() {
    double[] sample = {1, 2, 3, 4};
    Family family = new HyperexponentialFamily();
    assertThat(family.intervals(family.member(0.5, 2.5, 2.5), sample)).isEmpty();
  }

  /** Its likelihood is a paraboloid over the logarithms of its parameters, whatever the sample. */
  private static final class Paraboloid implements ContinuousDistribution {
    private static final double[][] INFORMATION = {{4, 2, 1}, {2, 3, 1}, {1, 1, 2}};

    private final double[] logs;

    Paraboloid(double... parameters) {
      logs = Arrays.stream(parameters).map(Math::log).toArray();
    }

    @Override
    public double logDensity(double x) {
      double sum = 0;
      for (int i = 0; i < logs.length; i++) {
        for (int j = 0; j < logs.length; j++) {
          sum -= INFORMATION[i][j] * logs[i] * logs[j] / 2;
        }
      }
      return sum;
    }

    @Override
    public double density(double x) {
      return Math.exp(logDensity(x));
    }

    @Override
    public double cumulativeProbability(double x) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public double getMean() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public double getVariance() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public double getSupportLowerBound() {
      return 0;
    }

    @Override
    public double getSupportUpperBound() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double inverseCumulativeProbability(double p) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public Sampler createSampler(UniformRandomProvider random) {
      throw new AssertionError("nobody asks");
    }
  }

  /** The diagonal of the information's inverse is 5/13, 7/13, 8/13: by its minors. */
  @Test
  void parametersThatDependOnEachOtherAreLessWellKnown() {
    Family family =
        new Family() {
          @Override
          public String name() {
            return "paraboloid";
          }

          @Override
          public List<String> parameters() {
            return List.of("first", "second", "third");
          }

          @Override
          public ContinuousDistribution distribution(double... parameters) {
            return new Paraboloid(parameters);
          }

          @Override
          public Optional<Member> fit(double[] sample) {
            return Optional.of(member(1, 1, 1));
          }
        };
    double[] sample = {1};
    Map<String, Interval> intervals = family.intervals(family.fit(sample).orElseThrow(), sample);
    double[] diagonal = {5, 7, 8};
    for (int i = 0; i < diagonal.length; i++) {
      Interval found = Objects.requireNonNull(intervals.get(family.parameters().get(i)));
      double reach = 1.959963984540054 * Math.sqrt(diagonal[i] / 13);
      assertThat(Math.log(found.high())).isCloseTo(reach, within(1e-6));
      assertThat(Math.log(found.low())).isCloseTo(-reach, within(1e-6));
    }
  }

  private static Interval interval(Member member, double[] sample, String name) {
    return Objects.requireNonNull(member.family().intervals(member, sample).get(name));
  }

  private static double[] sample(ContinuousDistribution distribution, int count) {
    return distribution
        .createSampler(RandomSource.XO_RO_SHI_RO_128_PP.create(5))
        .samples(count)
        .toArray();
  }
}
