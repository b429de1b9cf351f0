package io.anteroom.statistics.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Sums of exponential phases; their number need not be whole. The shape is the root of the
 * likelihood equation by Newton's method, which begins where Minka says (Minka: Estimating a Gamma
 * Distribution, 2002).
 */
final class GammaFamily implements Family {
  private static final int MOST_STEPS = 100;

  @Override
  public String name() {
    return "gamma";
  }

  @Override
  public List<String> parameters() {
    return List.of("mean", "shape");
  }

  @Override
  public ContinuousDistribution distribution(double... parameters) {
    return GammaDistribution.of(parameters[1], parameters[0] / parameters[1]);
  }

  @Override
  public Optional<Member> fit(double[] sample) {
    double mean = Arrays.stream(sample).average().orElseThrow();
    double logs = Arrays.stream(sample).map(Math::log).average().orElseThrow();
    double distance = Math.log(mean) - logs;
    if (!(distance > 1e-9)) {
      return Optional.empty();
    }
    double shape =
        (3 - distance + Math.sqrt((distance - 3) * (distance - 3) + 24 * distance))
            / (12 * distance);
    for (int step = 0; step < MOST_STEPS; step++) {
      double value = Math.log(shape) - Digamma.value(shape) - distance;
      double next = shape - value / (1 / shape - Trigamma.value(shape));
      next = next > 0 ? next : shape / 2;
      boolean close = Math.abs(next - shape) < 1e-10 * shape;
      shape = next;
      if (close) {
        break;
      }
    }
    return Optional.of(member(mean, shape));
  }
}
