package io.anteroom.result.store;

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
 * Reads documents in JSON that say which version of their shape they have.
 *
 * @param word what such a document is called, such as {@code result}
 * @param schema the version that is read
 * @param keys which every document of that version has; not null
 * @param nullableKeys as {@code keys}, but they may be null
 */
public record VersionedJson<T>(
    JsonType<T> type, String word, int schema, List<String> keys, List<String> nullableKeys) {
  private static final JsonType<Object> ANY = Jsonb.builder().build().type(Object.class);

  public VersionedJson {
    keys = List.copyOf(keys);
    nullableKeys = List.copyOf(nullableKeys);
  }

  /**
   * The document that was written as this text.
   *
   * @throws UnreadableResultException if it is not one, or one of another version
   */
  public T read(String json) {
    try {
      requireVersion(ANY.fromJson(json));
      return type.fromJson(json);
    } catch (JsonException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException broken) {
      throw new UnreadableResultException("not a " + word + ": " + firstLine(broken));
    } catch (NullPointerException missing) {
      // The records refuse it where a list or a map is missing deeper down.
      throw new UnreadableResultException("not a " + word + ": a key is missing in a part of it");
    }
  }

  /**
   * The document that a file holds, in UTF-8.
   *
   * @throws IOException if the file can't be read
   * @throws UnreadableResultException if it does not hold one, or one of another version
   */
  public T read(Path file) throws IOException {
    try {
      return read(decoded(Files.readAllBytes(file)));
    } catch (UnreadableResultException unreadable) {
      throw new UnreadableResultException(file + ": " + unreadable.getMessage());
    }
  }

  private String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw new UnreadableResultException("not a " + word + ": it is not UTF-8");
    }
  }

  private void requireVersion(Object json) {
    if (!(json instanceof Map<?, ?> document)
        || !(document.get("schema") instanceof Number given)) {
      throw new UnreadableResultException("not a " + word + ": the key schema is missing");
    }
    if (given.doubleValue() != schema) {
      throw new UnreadableResultException(
          "schema %s is not known; this version of Anteroom reads %d".formatted(given, schema));
    }
    keys.forEach(key -> require(key, document.get(key) != null));
    nullableKeys.forEach(key -> require(key, document.containsKey(key)));
  }

  private void require(String key, boolean present) {
    if (!present) {
      throw new UnreadableResultException("not a " + word + ": the key " + key + " is missing");
    }
  }

  private static String firstLine(RuntimeException broken) {
    String message = String.valueOf(broken.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
