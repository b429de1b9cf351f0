package io.anteroom.statistics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Of all families the one that suits best, and whether it suits at all. */
class SelectionTest {
  private static final Family EXPONENTIAL = new ExponentialFamily();

  /** Of this one a gamma distribution says a little more than its family. */
  private static final long SEED = 7;

  private static double[] sample(Family family, int count, double... parameters) {
    return family
        .distribution(parameters)
        .createSampler(RandomSource.XO_RO_SHI_RO_128_PP.create(SEED))
        .samples(count)
        .toArray();
  }

  private static List<String> names(List<Candidate> candidates) {
    return candidates.stream().map(one -> one.member().family().name()).toList();
  }

  @Test
  void theBestComesFirstAndTheOthersFollowByAkaikesCriterion() {
    double[] sample = sample(new LognormalFamily(), 1_000, 3, 1.5);
    List<Candidate> candidates = Selection.candidates(sample);
    assertThat(names(candidates)).startsWith("lognormal").contains("exponential", "gamma");
    assertThat(candidates).extracting(Candidate::aic).isSorted();
    assertThat(candidates)
        .allSatisfy(one -> assertThat(one.aic()).isEqualTo(one.member().aic(sample)));
  }

  @Test
  void eachIsHeldAgainstTheSampleInItsOrder() {
    double[] sample = sample(EXPONENTIAL, 400, 3);
    double[] reversed = sample.clone();
    Arrays.sort(reversed);
    for (int i = 0; i < sample.length; i++) {
      sample[i] = reversed[sample.length - 1 - i];
    }
    assertThat(Selection.candidates(sample).getFirst().distance()).isBetween(0.001, 0.1);
  }

  @Test
  void ofThoseThatAreAboutAsGoodTheSimplestComesFirst() {
    List<Candidate> candidates = Selection.candidates(sample(EXPONENTIAL, 400, 3));
    assertThat(names(candidates)).startsWith("exponential");
    double least = candidates.stream().mapToDouble(Candidate::aic).min().orElseThrow();
    assertThat(candidates.getFirst().aic()).isBetween(Math.nextUp(least), least + 4);
  }

  /** Means of 2: the logarithms of the densities are -ln 2 - 1/2 and -ln 2 - 3/2. */
  @Test
  void akaikesCriterionCountsParameters() {
    double[] sample = {1, 3};
    Member member = EXPONENTIAL.fit(sample).orElseThrow();
    assertThat(member.logLikelihood(sample)).isCloseTo(-2 * Math.log(2) - 2, within(1e-12));
    assertThat(member.aic(sample)).isCloseTo(2 + 4 * Math.log(2) + 4, within(1e-12));
  }

  @Test
  void aSampleOfTheFamilyIsProbableAndOneOfAnotherIsNot() {
    double probable = Selection.probability(EXPONENTIAL, sample(EXPONENTIAL, 400, 3), 1);
    assertThat(probable).isBetween(0.05, 1.0);
    double[] regular = sample(new GammaFamily(), 400, 3, 5);
    assertThat(Selection.probability(EXPONENTIAL, regular, 1)).isEqualTo(0.01);
    assertThat(Selection.probability(new GammaFamily(), new double[] {2, 2, 2}, 1)).isZero();
  }

  /** The logarithms of the figures over the least one are 0, 1 and 2. */
  @Test
  void aParetosExponentAndItsBoundsAreExact() {
    double[] sample = {2, 2 * Math.E, 2 * Math.E * Math.E};
    ParetoFamily family = new ParetoFamily();
    Member member = family.fit(sample).orElseThrow();
    assertThat(member.parameter("least")).isEqualTo(2);
    assertThat(member.parameter("alpha")).isCloseTo(2.0 / 3, within(1e-12));
    Map<String, Interval> intervals = family.intervals(member, sample);
    assertThat(intervals).containsEntry("alpha", RateInterval.of(2, 3));
    Interval least = Objects.requireNonNull(intervals.get("least"));
    assertThat(least.low()).isCloseTo(2 / Math.sqrt(20), within(1e-12));
    assertThat(least.high()).isEqualTo(2);
  }
}
