package io.anteroom.study.diff;

import io.anteroom.result.store.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * A {@link RunDiff} or {@link SweepDiff} as JSON, in UTF-8. Its keys are the records' components,
 * in the order in which these are declared; figures are in the metric's unit: nanoseconds, shares
 * from 0 to 1, rates per second. Keys may be added within a schema version.
 */
public final class DiffJson {
  private static final Jsonb JSON =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build();

  private static final JsonType<RunDiff> DIFF = JSON.type(RunDiff.class);
  private static final JsonType<SweepDiff> SWEEPS = JSON.type(SweepDiff.class);

  private DiffJson() {}

  /** The comparison as JSON for programs and persons to read, ending in a line feed. */
  public static String write(RunDiff diff) {
    return PrettyJson.of(DIFF.toJson(diff));
  }

  /** As {@link #write(RunDiff)}. */
  public static String write(SweepDiff diff) {
    return PrettyJson.of(SWEEPS.toJson(diff));
  }

  /** The comparison of sweeps that was written as this text. */
  public static SweepDiff readSweeps(String json) {
    return SWEEPS.fromJson(json);
  }

  /** The comparison that was written as this text. */
  public static RunDiff read(String json) {
    return DIFF.fromJson(json);
  }
}
