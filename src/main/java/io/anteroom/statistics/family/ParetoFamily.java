package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ParetoDistribution;

/** A power law from the least figure on. */
final class ParetoFamily implements Family {
  @Override
  public String name() {
    return "pareto";
  }

  @Override
  public int parameters() {
    return 2;
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double least = Arrays.stream(sample).min().orElseThrow();
    double logs = Arrays.stream(sample).map(x -> Math.log(x / least)).sum();
    if (!(logs > 1e-9)) {
      return Optional.empty();
    }
    // The least figure is used up by the scale: one is taken off, which takes off the bias.
    double alpha = (sample.length - 1) / logs;
    ParetoDistribution distribution = ParetoDistribution.of(least, alpha);
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("least", least);
    parameters.put("alpha", alpha);
    return Optional.of(new Member(this, parameters, distribution));
  }
}
