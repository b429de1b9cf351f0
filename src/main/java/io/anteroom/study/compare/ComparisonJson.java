package io.anteroom.study.compare;

import io.anteroom.result.store.ExactNumber;
import io.anteroom.result.store.PrettyJson;
import io.anteroom.result.store.VersionedJson;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@link Comparison} as JSON, in UTF-8. Its keys are the records' components, in the order in
 * which these are declared. Keys may be added within a schema version.
 */
public final class ComparisonJson {
  private static final JsonType<Comparison> COMPARISON = ExactNumber.jsonb().type(Comparison.class);

  /** The keys that version 1 began with. Never to be added to. */
  private static final List<String> KEYS_OF_VERSION_1 =
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
          "contrasts");

  private static final VersionedJson<Comparison> READER =
      new VersionedJson<>(
          COMPARISON, "comparison", Comparison.SCHEMA, KEYS_OF_VERSION_1, List.of());

  private ComparisonJson() {}

  /** The comparison as JSON for programs and persons to read, ending in a line feed. */
  public static String write(Comparison comparison) {
    return PrettyJson.of(COMPARISON.toJson(comparison));
  }

  /**
   * The comparison that was written as this text.
   *
   * @throws io.anteroom.result.store.UnreadableResultException if it is not one, or one of a later
   *     version
   */
  public static Comparison read(String json) {
    return READER.read(json);
  }

  /**
   * The comparison that a file holds.
   *
   * @throws IOException if the file can't be read
   * @throws io.anteroom.result.store.UnreadableResultException if it does not hold one, or one of a
   *     later version
   */
  public static Comparison read(Path file) throws IOException {
    return READER.read(file);
  }
}
