package io.anteroom.study.fit;

import io.anteroom.statistics.family.Interval;
import io.avaje.jsonb.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the data say of holds. Times are in nanoseconds.
 *
 * @param cv standard deviation over mean
 * @param percentiles of which the quantiles are known, ascending
 * @param quantileNanos of the data, at those percentiles
 * @param sampled how many holds the candidates were fitted to
 * @param candidates the best one first
 * @param notation of the one that the scenario has; empty: it takes the data themselves
 */
@Json
public record HoldFit(
    double meanNanos,
    double cv,
    List<Double> percentiles,
    List<Long> quantileNanos,
    long mostNanos,
    long sampled,
    List<HoldCandidate> candidates,
    String notation) {
  public HoldFit {
    percentiles = List.copyOf(percentiles);
    quantileNanos = List.copyOf(quantileNanos);
    candidates = List.copyOf(candidates);
  }

  private static final Set<String> TIMES = Set.of("mean", "least", "shorter", "longer");

  /** Whether a family's parameter of that name is a time, rather than a shape or a share. */
  public static boolean isTime(String parameter) {
    return TIMES.contains(parameter);
  }

  /**
   * A family of distributions, and its member of the greatest likelihood.
   *
   * @param parameters by their names; those that are times in nanoseconds
   * @param distance of Kolmogorov and Smirnov
   * @param aic Akaike's criterion, of seconds; less is better
   * @param p how probable a distance as great is, if the holds are of that family; null: it was not
   *     tested, since another one is better
   * @param quantileNanos at the percentiles of the data
   * @param intervals that hold the parameters with 95%, by their names, if holds do not depend on
   *     each other; null: not worked out, since another one is better
   */
  @Json
  public record HoldCandidate(
      String family,
      Map<String, Double> parameters,
      double distance,
      double aic,
      @Nullable Double p,
      List<Long> quantileNanos,
      @Nullable Map<String, Interval> intervals) {
    public HoldCandidate {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      quantileNanos = List.copyOf(quantileNanos);
      intervals =
          intervals == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    }
  }
}
