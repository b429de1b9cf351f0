package io.anteroom.diff;

import io.anteroom.result.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * A {@link RunDiff} as JSON, in UTF-8. Its keys are the records' components, in the order in which
 * these are declared; figures are in the metric's unit: nanoseconds, shares from 0 to 1, rates per
 * second. Keys may be added within a schema version.
 */
public final class DiffJson {
  private static final JsonType<RunDiff> DIFF =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(RunDiff.class);

  private DiffJson() {}

  /** The comparison as JSON for programs and persons to read, ending in a line feed. */
  public static String write(RunDiff diff) {
    return PrettyJson.of(DIFF.toJson(diff));
  }

  /** The comparison that was written as this text. */
  public static RunDiff read(String json) {
    return DIFF.fromJson(json);
  }
}
