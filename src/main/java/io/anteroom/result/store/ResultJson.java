package io.anteroom.result.store;

import io.anteroom.result.RunResult;
import io.anteroom.result.VerdictRecord;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code result.json}: the serial form of {@link RunResult} and of the verdict on it, in UTF-8. Its
 * keys are the records' components, in the order in which these are declared; the {@code
 * scenario}'s are in the order of its map. Times are in nanoseconds, rates per second. A number
 * that does not exist is {@code null}. Keys may be added within a schema version, and readers skip
 * those that they do not know; keys are removed or changed by a new version only.
 */
public final class ResultJson {
  /** The keys that version 1 began with: every result has them. Never to be added to. */
  private static final List<String> KEYS_OF_VERSION_1 =
      List.of(
          "outcome",
          "explanation",
          "scenario",
          "environment",
          "scheduleChecksum",
          "windowNanos",
          "wait",
          "hold",
          "response",
          "abandonedWait",
          "visits",
          "fairness",
          "cpu",
          "clamped",
          "intervals",
          "checks");

  /** As {@link #KEYS_OF_VERSION_1}, but null where the figure does not exist or is not known. */
  private static final List<String> FIGURES_OF_VERSION_1 =
      List.of(
          "throughputPerSecond",
          "offeredPerSecond",
          "achievedPerSecond",
          "utilisation",
          "lateness",
          "canary");

  private static final Jsonb JSON =
      Jsonb.builder()
          .serializeEmpty(true)
          .serializeNulls(true)
          .add(Double.TYPE, new FiniteNumber())
          .add(Double.class, ExactNumber.orNull())
          .build();

  private static final JsonType<RunResult> RESULT = JSON.type(RunResult.class);

  private static final JsonType<VerdictRecord> VERDICT = JSON.type(VerdictRecord.class);

  private static final VersionedJson<RunResult> READER =
      new VersionedJson<>(
          RESULT, "result", RunResult.SCHEMA, KEYS_OF_VERSION_1, FIGURES_OF_VERSION_1);

  private ResultJson() {}

  /** The result as JSON for programs and persons to read, ending in a line feed. */
  public static String write(RunResult result) {
    return PrettyJson.of(RESULT.toJson(result));
  }

  /** As {@link #write(RunResult)}, with the verdict on the run under the key {@code verdict}. */
  public static String write(RunResult result, VerdictRecord verdict) {
    String json = RESULT.toJson(result);
    String schema = "{\"schema\":" + result.schema() + ",";
    if (!json.startsWith(schema)) {
      throw new IllegalStateException("the schema is not the first key");
    }
    return PrettyJson.of(
        schema + "\"verdict\":" + VERDICT.toJson(verdict) + "," + json.substring(schema.length()));
  }

  /**
   * The result that was written as this text.
   *
   * @throws UnreadableResultException if it is not one, or one of a later version
   */
  public static RunResult read(String json) {
    return READER.read(json);
  }

  /**
   * The result that a file holds.
   *
   * @throws IOException if the file can't be read
   * @throws UnreadableResultException if it does not hold a result, or one of a later version
   */
  public static RunResult read(Path file) throws IOException {
    return READER.read(file);
  }
}
