package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;

/** Without memory. */
final class ExponentialFamily implements Family {
  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public List<String> parameters() {
    return List.of("mean");
  }

  @Override
  public ContinuousDistribution distribution(double... parameters) {
    return ExponentialDistribution.of(parameters[0]);
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    return Optional.of(member(Arrays.stream(sample).average().orElseThrow()));
  }
}
