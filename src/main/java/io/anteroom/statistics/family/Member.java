package io.anteroom.statistics.family;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * A distribution of a family.
 *
 * @param parameters by their names
 */
public record Member(
    Family family, Map<String, Double> parameters, ContinuousDistribution distribution) {
  public Member {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not among " + parameters.keySet());
    }
    return value;
  }

  /** The logarithm of the sample's likelihood. */
  public double logLikelihood(double[] sample) {
    double sum = 0;
    for (double figure : sample) {
      sum += distribution.logDensity(figure);
    }
    return sum;
  }

  /**
   * Akaike's criterion: less is better (Akaike: A New Look at the Statistical Model Identification,
   * IEEE Transactions on Automatic Control 19, 1974).
   */
  public double aic(double[] sample) {
    return 2.0 * family.parameters().size() - 2 * logLikelihood(sample);
  }
}
