package io.anteroom.result;

import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code result.json}: the serial form of {@link RunResult}, in UTF-8. Its keys are the records'
 * components, in the order in which these are declared; the {@code scenario}'s are in the order of
 * its map. Times are in nanoseconds, rates per second. A number that does not exist is {@code
 * null}. Keys may be added within a schema version, and readers skip those that they do not know;
 * keys are removed or changed by a new version only.
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
          "lateness",
          "visits",
          "fairness",
          "cpu",
          "canary",
          "clamped",
          "intervals",
          "checks");

  /** As {@link #KEYS_OF_VERSION_1}, but null where there is no such number. */
  private static final List<String> NUMBERS_OF_VERSION_1 =
      List.of("throughputPerSecond", "offeredPerSecond", "achievedPerSecond", "utilisation");

  private static final Jsonb JSON =
      Jsonb.builder()
          .serializeEmpty(true)
          .serializeNulls(true)
          .add(Double.TYPE, new FiniteNumber())
          .build();

  private static final JsonType<RunResult> RESULT = JSON.type(RunResult.class);

  private ResultJson() {}

  /** The result as JSON for programs and persons to read, ending in a line feed. */
  public static String write(RunResult result) {
    return PrettyJson.of(RESULT.toJson(result));
  }

  /**
   * The result that was written as this text.
   *
   * @throws UnreadableResultException if it is not one, or one of a later version
   */
  public static RunResult read(String json) {
    try {
      requireVersion(JSON.type(Object.class).fromJson(json));
      return RESULT.fromJson(json);
    } catch (JsonException | IllegalStateException | IllegalArgumentException broken) {
      throw new UnreadableResultException("not a result: " + firstLine(broken));
    }
  }

  /**
   * The result that a file holds.
   *
   * @throws IOException if the file can't be read
   * @throws UnreadableResultException if it does not hold a result, or one of a later version
   */
  public static RunResult read(Path file) throws IOException {
    try {
      return read(decoded(Files.readAllBytes(file)));
    } catch (UnreadableResultException unreadable) {
      throw new UnreadableResultException(file + ": " + unreadable.getMessage());
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new UnreadableResultException("not a result: it is not UTF-8");
    }
  }

  private static void requireVersion(Object json) {
    if (!(json instanceof Map<?, ?> result) || !(result.get("schema") instanceof Number schema)) {
      throw new UnreadableResultException("not a result: the key schema is missing");
    }
    if (schema.doubleValue() != RunResult.SCHEMA) {
      throw new UnreadableResultException(
          "schema %s is not known; this version of Anteroom reads %d"
              .formatted(schema, RunResult.SCHEMA));
    }
    for (String key : KEYS_OF_VERSION_1) {
      require(key, result.get(key) != null);
    }
    for (String key : NUMBERS_OF_VERSION_1) {
      require(key, result.containsKey(key));
    }
  }

  private static void require(String key, boolean present) {
    if (!present) {
      throw new UnreadableResultException("not a result: the key " + key + " is missing");
    }
  }

  private static String firstLine(RuntimeException broken) {
    String message = String.valueOf(broken.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
