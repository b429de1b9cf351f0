package io.anteroom.compare;

import io.anteroom.result.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * A {@link Comparison} as JSON, in UTF-8. Its keys are the records' components, in the order in
 * which these are declared. Keys may be added within a schema version.
 */
public final class ComparisonJson {
  private static final JsonType<Comparison> COMPARISON =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(Comparison.class);

  private ComparisonJson() {}

  /** The comparison as JSON for programs and persons to read, ending in a line feed. */
  public static String write(Comparison comparison) {
    return PrettyJson.of(COMPARISON.toJson(comparison));
  }

  /** The comparison that was written as this text. */
  public static Comparison read(String json) {
    return COMPARISON.fromJson(json);
  }
}
