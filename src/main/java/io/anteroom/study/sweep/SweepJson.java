package io.anteroom.study.sweep;

import io.anteroom.result.store.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * A {@link Sweep} as JSON, in UTF-8. Its keys are the records' components, in the order in which
 * these are declared. Keys may be added within a schema version.
 */
public final class SweepJson {
  private static final JsonType<Sweep> SWEEP =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(Sweep.class);

  private SweepJson() {}

  /** The sweep, ending in a line feed. */
  public static String write(Sweep sweep) {
    return PrettyJson.of(SWEEP.toJson(sweep));
  }

  /** The sweep that was written as this text. */
  static Sweep read(String json) {
    return SWEEP.fromJson(json);
  }
}
