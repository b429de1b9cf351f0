package io.anteroom.study.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of pools, and how they stand with the objectives.
 *
 * @param sizes rooms by pool
 * @param cost of all of them
 * @param replications that were simulated; 0: formulas said all
 * @param nobodyWaited in any of them
 * @param waiting persons who wait for rooms of each pool, on average; empty where nothing was
 *     simulated
 * @param standings one an objective, in the metric's unit
 * @param unsound why they fail whatever the figures are, such as {@code deadlock in 1 of 20}; null:
 *     the figures decide
 */
public record SizesPoint(
    Map<String, Integer> sizes,
    BigDecimal cost,
    Judgement verdict,
    int replications,
    boolean nobodyWaited,
    Map<String, Double> waiting,
    List<Standing> standings,
    @Nullable String unsound) {
  public SizesPoint {
    standings = List.copyOf(standings);
  }

  /** The rooms of a pool that is there. */
  public int rooms(String pool) {
    return Objects.requireNonNull(sizes.get(pool));
  }
}
