package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/** The exponential of a normal figure. */
final class LognormalFamily implements Family {
  @Override
  public String name() {
    return "lognormal";
  }

  @Override
  public List<String> parameters() {
    return List.of("mean", "cv");
  }

  @Override
  public ContinuousDistribution distribution(double... parameters) {
    double squares = Math.log1p(parameters[1] * parameters[1]);
    double mu = Math.log(parameters[0]) - squares / 2;
    return LogNormalDistribution.of(mu, Math.sqrt(squares));
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double mu = Arrays.stream(sample).map(Math::log).average().orElseThrow();
    double squares =
        Arrays.stream(sample).map(x -> (Math.log(x) - mu) * (Math.log(x) - mu)).average().orElse(0);
    if (!(squares > 1e-12)) {
      return Optional.empty();
    }
    return Optional.of(member(Math.exp(mu + squares / 2), Math.sqrt(Math.expm1(squares))));
  }
}
