package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * The wait counted in two ways: from the intended arrival (corrected), and from the moment at which
 * the person really began to wait (uncorrected), as load generators count that do not look at their
 * schedule.
 *
 * @param corrected what it was from the intended arrival
 * @param uncorrected what it was from the real start; null where that was not kept
 */
record Correction(boolean simulated, Latency corrected, @Nullable Latency uncorrected) {
  /** The names of the two views. */
  static final String CORRECTED = "corrected";

  static final String UNCORRECTED = "uncorrected";

  /** What the uncorrected wait is called on the page. */
  static final String LABEL = "wait, uncorrected";

  static Correction of(Run run) {
    RunResult result = run.result();
    return new Correction(result.simulation() != null, result.waits(), result.uncorrectedWait());
  }

  /** Whether there is an uncorrected wait to look at. */
  boolean known() {
    return uncorrected != null && uncorrected.count() > 0;
  }

  /** What the difference is and means; or why there is none to see. */
  String sentence() {
    return "Waits count from the intended arrival, so none is left out while the line stands still"
        + " (no coordinated omission)"
        + rest();
  }

  private String rest() {
    if (simulated) {
      return ". There is no uncorrected curve beside them: in simulated time nobody is late, so it"
          + " would be the same.";
    }
    if (uncorrected == null) {
      return ". There is no uncorrected curve beside them: this run, or one of those that it was"
          + " merged from, was recorded before that wait was kept.";
    }
    if (uncorrected.count() == 0) {
      return ".";
    }
    if (!corrected.known(99) || !uncorrected.known(99)) {
      return "; the uncorrected wait counts from the moment at which persons really began to wait,"
          + " and so leaves out by how much they were late.";
    }
    String from = FigureText.duration(corrected.p99Nanos());
    String late = FigureText.duration(uncorrected.p99Nanos());
    return from.equals(late)
        ? "; the 99th percentile is %s counted either way, so lateness hardly matters here."
            .formatted(from)
        : (": the 99th percentile is %s. Counted from the moment at which persons really began to"
                + " wait, it is %s: the uncorrected wait leaves out by how much they were late,"
                + " as a load generator does that starts its clock when it gets round to a visit."
                + " The response counts from the intended arrival either way.")
            .formatted(from, late);
  }
}
