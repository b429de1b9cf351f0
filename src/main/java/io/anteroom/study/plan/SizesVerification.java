package io.anteroom.study.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of pools that ran for real, on virtual threads.
 *
 * @param sizes rooms by pool
 * @param outcome of that run, in a word
 * @param visits whole journeys that were measured
 * @param meanHoldNanos of a journey for real, which is longer than it should be where the machine
 *     is late
 * @param simulatedHoldNanos of the same journeys, as the scenario has them
 * @param figures one an objective
 * @param ended what there is to say of its end, or of a deadlock that patience ended; null: nothing
 */
public record SizesVerification(
    Map<String, Integer> sizes,
    String outcome,
    long visits,
    double meanHoldNanos,
    double simulatedHoldNanos,
    List<Verification.Figure> figures,
    @Nullable String ended)
    implements RanForReal {
  public SizesVerification {
    figures = List.copyOf(figures);
  }
}
