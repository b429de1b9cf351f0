package io.anteroom.plan;

import io.anteroom.result.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/**
 * A {@link Plan} as JSON, in UTF-8. Its keys are the records' components, in the order in which
 * these are declared. Keys may be added within a schema version.
 */
public final class PlanJson {
  private static final JsonType<Plan> PLAN =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(Plan.class);

  private PlanJson() {}

  /** The plan as JSON for programs and persons to read, ending in a line feed. */
  public static String write(Plan plan) {
    return PrettyJson.of(PLAN.toJson(plan));
  }

  /** The plan that was written as this text. */
  public static Plan read(String json) {
    return PLAN.fromJson(json);
  }
}
