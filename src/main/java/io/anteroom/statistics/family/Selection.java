package io.anteroom.statistics.family;

import io.anteroom.statistics.KolmogorovSmirnov;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** Fits every family to a sample, and tests the best one. */
public final class Selection {
  /** A simpler family is taken if its criterion is no further from the best. */
  private static final double AS_GOOD = 4;

  private static final int REPETITIONS = 99;
  private static final int MOST_TESTED = 1000;

  private Selection() {}

  /**
   * The members of all families that have one, the best first by Akaike's criterion; but of those
   * that are about as good, the one with the fewest parameters comes first.
   *
   * @param sample figures greater than 0, at least 2
   */
  public static List<Candidate> candidates(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    List<Candidate> all = new ArrayList<>();
    for (Family family : Families.all()) {
      family
          .fit(sample)
          .filter(member -> Double.isFinite(member.logLikelihood(sample)))
          .ifPresent(
              member ->
                  all.add(
                      new Candidate(
                          member,
                          KolmogorovSmirnov.distance(
                              sorted, member.distribution()::cumulativeProbability),
                          member.aic(sample))));
    }
    all.sort(Comparator.comparingDouble(Candidate::aic));
    simplest(all)
        .ifPresent(
            best -> {
              all.remove(best);
              all.addFirst(best);
            });
    return all;
  }

  private static Optional<Candidate> simplest(List<Candidate> sorted) {
    return sorted.stream()
        .filter(one -> one.aic() <= sorted.getFirst().aic() + AS_GOOD)
        .min(
            Comparator.<Candidate>comparingInt(one -> one.member().family().parameters().size())
                .thenComparingDouble(Candidate::aic));
  }

  /**
   * How probable a distance as great is, if the sample is of that family: by a parametric bootstrap
   * of at most {@value #MOST_TESTED} of its figures, since parameters that were fitted to a sample
   * lie closer to it than the true ones (Lilliefors 1967; Stute et al.: Bootstrap Based
   * Goodness-of-Fit Tests, Metrika 40, 1993).
   *
   * @param sample in random order
   */
  public static double probability(Family family, double[] sample, long seed) {
    double[] tested = Arrays.copyOf(sample, Math.min(sample.length, MOST_TESTED));
    Optional<Member> fitted = family.fit(tested);
    if (fitted.isEmpty()) {
      return 0;
    }
    double distance = distance(fitted.get(), tested);
    SplittableRandom random = new SplittableRandom(seed);
    ContinuousDistribution.Sampler sampler =
        fitted.get().distribution().createSampler(random::nextLong);
    int further = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      double[] drawn = sampler.samples(tested.length).toArray();
      boolean asFar =
          family.fit(drawn).map(member -> distance(member, drawn) >= distance).orElse(true);
      further += asFar ? 1 : 0;
    }
    return (further + 1.0) / (REPETITIONS + 1);
  }

  private static double distance(Member member, double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return KolmogorovSmirnov.distance(sorted, member.distribution()::cumulativeProbability);
  }
}
