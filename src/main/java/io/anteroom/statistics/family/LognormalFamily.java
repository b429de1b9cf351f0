package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/** The exponential of a normal figure. */
final class LognormalFamily implements Family {
  @Override
  public String name() {
    return "lognormal";
  }

  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double mu = Arrays.stream(sample).map(Math::log).average().orElseThrow();
    double squares =
        Arrays.stream(sample).map(x -> (Math.log(x) - mu) * (Math.log(x) - mu)).average().orElse(0);
    if (!(squares > 1e-12)) {
      return Optional.empty();
    }
    LogNormalDistribution distribution = LogNormalDistribution.of(mu, Math.sqrt(squares));
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("mean", distribution.getMean());
    parameters.put("cv", Math.sqrt(Math.expm1(squares)));
    return Optional.of(new Member(this, parameters, distribution));
  }
}
