package io.anteroom.study.cell;

import io.anteroom.result.VerdictRecord;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.store.Document;
import io.anteroom.statistics.Estimate;
import io.avaje.jsonb.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a cell, in figures: what {@code cell.json} holds.
 *
 * @param point where the cell lies in its experiment
 * @param jdk the version of its JDK
 * @param explanation why the outcome is not {@code completed}, for a person to read; else empty
 * @param host what else went on on the machine; null: its figures do not depend on that
 * @param seconds how long the cell took, its JVM's start included
 * @param scheduleChecksum null where there is no result
 * @param metrics by name, as {@code anteroom metrics} lists them, in their units; those that the
 *     run has data for
 * @param notMet the expectations that it did not meet, or that could not be judged
 * @param verdict on its run; null where there is no result, and in records that are older
 * @param intervals that hold the metrics, by name; null where there is no result, and in records
 *     that are older
 * @param theory what closed formulas say of the metrics, by name; null as the intervals
 * @param emptyStartNanos what MSER-5 would leave out of a beginning that was measured; null:
 *     nothing, or it can't tell
 */
@Json
public record CellRecord(
    int schema,
    String name,
    Map<String, String> point,
    String jdk,
    CellOutcome outcome,
    String explanation,
    @Nullable Host host,
    double seconds,
    @Nullable String scheduleChecksum,
    Map<String, Double> metrics,
    List<String> notMet,
    @Nullable VerdictRecord verdict,
    @Nullable Map<String, Estimate> intervals,
    @Nullable Map<String, Double> theory,
    @Nullable Long emptyStartNanos) {
  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How it is written and read. */
  public static final Document<CellRecord> JSON =
      new Document<>(
              CellRecord.class,
              "cell",
              SCHEMA,
              List.of(
                  "name", "point", "jdk", "outcome", "explanation", "seconds", "metrics", "notMet"))
          .onlyWhereKnown("intervals", "theory", "emptyStartNanos");

  public CellRecord {
    point = SameKeysMap.copyOf(point);
    notMet = List.copyOf(notMet);
    metrics = SameKeysMap.copyOf(metrics);
    intervals = intervals == null ? null : SameKeysMap.copyOf(intervals);
    theory = theory == null ? null : SameKeysMap.copyOf(theory);
  }

  /** The same cell with a figure more. */
  CellRecord with(Metric metric, double figure) {
    Map<String, Double> more = new LinkedHashMap<>(metrics);
    more.put(metric.name(), figure);
    return new CellRecord(
        schema,
        name,
        point,
        jdk,
        outcome,
        explanation,
        host,
        seconds,
        scheduleChecksum,
        more,
        notMet,
        verdict,
        intervals,
        theory,
        emptyStartNanos);
  }

  /** Whether others took so much of the machine that the figures are in doubt. */
  public boolean noisy() {
    return host != null && host.noisy();
  }
}
