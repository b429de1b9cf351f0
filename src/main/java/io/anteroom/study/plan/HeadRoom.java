package io.anteroom.study.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether the answer still does when something grows, or is not as it was measured.
 *
 * @param change such as {@code load +10%}, or {@link #INDEPENDENT}
 * @param holds whether the answer still meets every objective
 * @param needed what the answer would be then; null: there is none
 * @param basis what that rests on
 */
public record HeadRoom(String change, boolean holds, @Nullable BigDecimal needed, Basis basis) {
  /** Holds that came with their arrivals are dealt to them at random. */
  public static final String INDEPENDENT = "independent holds";
}
