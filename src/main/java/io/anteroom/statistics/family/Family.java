package io.anteroom.statistics.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** A family of distributions of positive figures. Implementations are immutable. */
public interface Family {
  /** What it is called. */
  String name();

  /** What its parameters are called. All of them are greater than 0. */
  List<String> parameters();

  /** The distribution that has these parameters, in the order of their names. */
  ContinuousDistribution distribution(double... parameters);

  /**
   * Its member of the greatest likelihood.
   *
   * @param sample at least two figures, all greater than 0
   * @return nothing if there is none, such as where all figures are the same
   */
  Optional<Member> fit(double[] sample);

  /** The member that has these parameters, in the order of their names. */
  default Member member(double... values) {
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      byName.put(parameters().get(i), values[i]);
    }
    return new Member(this, byName, distribution(values));
  }

  /**
   * Bounds for each parameter, by name; empty where the sample does not tell. They hold if its
   * figures do not depend on each other.
   *
   * @param member fitted to the sample
   */
  default Map<String, Interval> intervals(Member member, double[] sample) {
    return LikelihoodIntervals.of(member, sample);
  }
}
