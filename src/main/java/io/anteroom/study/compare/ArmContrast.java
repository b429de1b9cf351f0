package io.anteroom.study.compare;

import io.anteroom.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How an arm differs from the baseline in one metric.
 *
 * @param verdict {@code greater}, {@code smaller}, {@code none}: no difference that matters and
 *     that these runs can show, {@code too-few}: neither that nor a difference can be told from so
 *     few forks, {@code same}: every pair measured the same, or {@code unknown}: fewer than 2 pairs
 *     have data
 * @param scale {@code ratio} of the arm's figure to the baseline's, or {@code difference} in the
 *     metric's unit where one of them was 0
 * @param estimate of the ratio or difference, and its interval at {@code level}; null: unknown
 * @param level of the interval, as Holm's procedure asks for it
 * @param probability of such a difference, or a greater one, where there is none
 * @param effect Cohen's d of the pairs; null where their differences do not vary
 * @param pairs how many there are
 * @param sentence the same in words
 * @param forksNeeded how many forks would tell, if they vary as these; {@code ForksNeeded} says how
 *     it is worked out. Above 1,000 it is more than those; null where these forks tell, or fewer
 *     than three pairs have data
 */
public record ArmContrast(
    String arm,
    String metric,
    String verdict,
    String scale,
    @Nullable Estimate estimate,
    @Nullable Double level,
    @Nullable Double probability,
    @Nullable Double effect,
    int pairs,
    String sentence,
    @Nullable Integer forksNeeded) {
  public static final String GREATER = "greater";
  public static final String SMALLER = "smaller";
  public static final String NONE = "none";
  public static final String TOO_FEW = "too-few";
  public static final String SAME = "same";
  public static final String UNKNOWN = "unknown";

  /** How many forks would tell, such as {@code about 9 would}; empty where nobody knows. */
  public String forksNeededText() {
    return ForksNeeded.text(forksNeeded);
  }

  /** Whether the runs show a difference. */
  public boolean differs() {
    return verdict.equals(GREATER) || verdict.equals(SMALLER);
  }
}
