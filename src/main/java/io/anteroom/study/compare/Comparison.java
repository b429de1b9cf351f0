package io.anteroom.study.compare;

import io.anteroom.result.Environment;
import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a comparison: what {@code comparison.json} holds.
 *
 * @param outcome {@code completed}, or {@code interrupted}: of the forks that ended before
 * @param seed of the cells' order and of the first schedule
 * @param sameSchedule whether all arms of a fork met the same schedule, in every fork
 * @param level the probability with which not one of the contrasts shows a difference that is not
 *     there, where no arm differs
 * @param notes what a reader has to know before the figures
 * @param arms the first one is the baseline
 * @param best which arm has the shortest waits; null where there are fewer than three arms, or no
 *     arm's forks all count
 */
@Json
public record Comparison(
    int schema,
    String name,
    String outcome,
    Environment environment,
    long seed,
    int forks,
    boolean sameSchedule,
    double level,
    List<String> notes,
    List<ArmFigures> arms,
    List<ArmContrast> contrasts,
    @Nullable BestArm best) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<Comparison> JSON =
      new Document<>(
              Comparison.class,
              "comparison",
              SCHEMA,
              List.of(
                  "name",
                  "outcome",
                  "environment",
                  "seed",
                  "forks",
                  "sameSchedule",
                  "level",
                  "notes",
                  "arms",
                  "contrasts"))
          .onlyWhereKnown("forksNeeded", "best");

  public static final String COMPLETED = "completed";
  public static final String INTERRUPTED = "interrupted";

  public Comparison {
    notes = List.copyOf(notes);
    arms = List.copyOf(arms);
    contrasts = List.copyOf(contrasts);
  }

  /** The contrast of an arm in a metric; there is none for the baseline. */
  public Optional<ArmContrast> contrast(String arm, String metric) {
    return contrasts.stream()
        .filter(contrast -> contrast.arm().equals(arm) && contrast.metric().equals(metric))
        .findFirst();
  }
}
