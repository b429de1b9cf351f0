package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ParetoDistribution;

/** A power law from the least figure on. */
final class ParetoFamily implements Family {
  @Override
  public String name() {
    return "pareto";
  }

  @Override
  public List<String> parameters() {
    return List.of("least", "alpha");
  }

  @Override
  public ContinuousDistribution distribution(double... parameters) {
    return ParetoDistribution.of(parameters[0], parameters[1]);
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double least = Arrays.stream(sample).min().orElseThrow();
    double logs = Arrays.stream(sample).map(x -> Math.log(x / least)).sum();
    if (!(logs > 1e-9)) {
      return Optional.empty();
    }
    // The least figure is used up by the scale: one is taken off, which takes off the bias.
    return Optional.of(member(least, (sample.length - 1) / logs));
  }

  /**
   * Both are exact: the logarithm of the least figure over the true one is exponential, and the sum
   * of the others' logarithms over the least figure's has a gamma distribution.
   */
  @Override
  public Map<String, Interval> intervals(Member member, double[] sample) {
    double alpha = member.parameter("alpha");
    double least = member.parameter("least");
    double farthest = Math.log(1 / 0.05) / (sample.length * alpha);
    Map<String, Interval> intervals = new LinkedHashMap<>();
    intervals.put("least", new Interval(least * Math.exp(-farthest), least));
    intervals.put("alpha", RateInterval.of(sample.length - 1, (sample.length - 1) / alpha));
    return intervals;
  }
}
