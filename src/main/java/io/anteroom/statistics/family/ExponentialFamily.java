package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ExponentialDistribution;

/** Without memory. */
final class ExponentialFamily implements Family {
  @Override
  public String name() {
    return "exponential";
  }

  @Override
  public int parameters() {
    return 1;
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double mean = Arrays.stream(sample).average().orElseThrow();
    return Optional.of(new Member(this, Map.of("mean", mean), ExponentialDistribution.of(mean)));
  }
}
