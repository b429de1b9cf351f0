package io.anteroom.study.plan;

import io.anteroom.result.store.ExactNumber;
import io.anteroom.result.store.PrettyJson;
import io.anteroom.result.store.VersionedJson;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@link Plan} as JSON, in UTF-8. Its keys are the records' components, in the order in which
 * these are declared. Keys may be added within a schema version.
 */
public final class PlanJson {
  private static final JsonType<Plan> PLAN = ExactNumber.jsonb().type(Plan.class);

  /** The keys that version 1 began with. Never to be added to. */
  private static final List<String> KEYS_OF_VERSION_1 =
      List.of(
          "find",
          "outcome",
          "explanation",
          "objectives",
          "scenario",
          "exact",
          "curve",
          "headRoom",
          "verification",
          "judged");

  private static final VersionedJson<Plan> READER =
      new VersionedJson<>(PLAN, "plan", Plan.SCHEMA, KEYS_OF_VERSION_1, List.of());

  private PlanJson() {}

  /** The plan as JSON for programs and persons to read, ending in a line feed. */
  public static String write(Plan plan) {
    return PrettyJson.of(PLAN.toJson(plan));
  }

  /**
   * The plan that was written as this text.
   *
   * @throws io.anteroom.result.store.UnreadableResultException if it is not one, or one of a later
   *     version
   */
  public static Plan read(String json) {
    return READER.read(json);
  }

  /**
   * The plan that a file holds.
   *
   * @throws IOException if the file can't be read
   * @throws io.anteroom.result.store.UnreadableResultException if it does not hold one, or one of a
   *     later version
   */
  public static Plan read(Path file) throws IOException {
    return READER.read(file);
  }
}
