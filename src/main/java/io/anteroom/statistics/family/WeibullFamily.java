package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** Powers of exponential figures. The shape is the root of the likelihood equation by bisection. */
final class WeibullFamily implements Family {
  private static final double LEAST_SHAPE = 0.02;
  private static final double GREATEST_SHAPE = 200;
  private static final int STEPS = 50;

  @Override
  public String name() {
    return "weibull";
  }

  @Override
  public List<String> parameters() {
    return List.of("mean", "shape");
  }

  @Override
  public ContinuousDistribution distribution(double... parameters) {
    double shape = parameters[1];
    return WeibullDistribution.of(shape, parameters[0] / meanOfScale1(shape));
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double greatest = Arrays.stream(sample).max().orElseThrow();
    double[] logs = Arrays.stream(sample).map(x -> Math.log(x / greatest)).toArray();
    double meanLog = Arrays.stream(logs).average().orElseThrow();
    if (!(meanLog < -1e-9)) {
      return Optional.empty();
    }
    double low = LEAST_SHAPE;
    double high = GREATEST_SHAPE;
    for (int step = 0; step < STEPS; step++) {
      double middle = Math.sqrt(low * high);
      if (slope(logs, meanLog, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double shape = Math.sqrt(low * high);
    double power = Arrays.stream(logs).map(log -> Math.exp(shape * log)).average().orElseThrow();
    double scale = greatest * Math.pow(power, 1 / shape);
    return Optional.of(member(scale * meanOfScale1(shape), shape));
  }

  private static double meanOfScale1(double shape) {
    return WeibullDistribution.of(shape, 1).getMean();
  }

  /** Grows with the shape; 0 at the greatest likelihood. */
  private static double slope(double[] logs, double meanLog, double shape) {
    double sum = 0;
    double weighted = 0;
    for (double log : logs) {
      double power = Math.exp(shape * log);
      sum += power;
      weighted += power * log;
    }
    return weighted / sum - 1 / shape - meanLog;
  }
}
