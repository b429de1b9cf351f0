package io.anteroom.result.store;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonReader.Token;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document in JSON that says which version of its shape it has: how it is written and
 * read, in UTF-8. Its keys are the record's components, in the order in which these are declared.
 * Keys may be added within a version, and readers skip those that they do not know; keys are
 * removed or changed by a new version only. Thread-safe.
 */
public final class Document<T> {
  private final Class<T> type;
  private final String word;
  private final int schema;
  private final List<String> keys;
  private final List<String> nullableKeys;
  private final Supplier<Jsonb> json;
  private final List<String> onlyWhereKnown;

  /**
   * @param word what such a document is called, such as {@code plan}
   * @param schema the version that is written and read
   * @param keys which every document of that version has; not null. Never to be added to
   */
  public Document(Class<T> type, String word, int schema, List<String> keys) {
    this(type, word, schema, keys, List.of(), () -> Exact.JSON);
  }

  /**
   * @param nullableKeys as {@code keys}, but they may be null
   * @param json knows the type, and how numbers are written
   */
  Document(
      Class<T> type,
      String word,
      int schema,
      List<String> keys,
      List<String> nullableKeys,
      Supplier<Jsonb> json) {
    this(type, word, schema, keys, nullableKeys, json, List.of());
  }

  private Document(
      Class<T> type,
      String word,
      int schema,
      List<String> keys,
      List<String> nullableKeys,
      Supplier<Jsonb> json,
      List<String> onlyWhereKnown) {
    this.type = type;
    this.word = word;
    this.schema = schema;
    this.keys = List.copyOf(keys);
    this.nullableKeys = List.copyOf(nullableKeys);
    this.json = json;
    this.onlyWhereKnown = List.copyOf(onlyWhereKnown);
  }

  /**
   * The same kind, without these keys where they are null: most documents have nothing to say of
   * them.
   *
   * @param others none of them is the first key, nor the name of a key of another object
   */
  public Document<T> onlyWhereKnown(String... others) {
    return new Document<>(type, word, schema, keys, nullableKeys, json, List.of(others));
  }

  private String toJson(T document) {
    String text = type().toJson(document);
    for (String key : onlyWhereKnown) {
      text = text.replace(",\"" + key + "\":null", "");
    }
    return text;
  }

  /** Loaded when it is used first: commands that know of a document need not read or write it. */
  private static final class Exact {
    static final Jsonb JSON = ExactNumber.jsonb(new ExactNumber());
  }

  private JsonType<T> type() {
    return json.get().type(type);
  }

  /** Makes the codec now, so that the first one to write or read need not wait for it. */
  public void prepare() {
    JsonType<T> unused = type();
  }

  /** What such a document is called. */
  public String word() {
    return word;
  }

  /** The document as JSON for programs and persons to read, ending in a line feed. */
  public String write(T document) {
    return PrettyJson.of(toJson(document));
  }

  /** As {@link #write(Object)}, with one more key after the schema. */
  public <P> String write(T document, String key, Class<P> partType, P part) {
    String text = toJson(document);
    String start = "{\"schema\":" + schema + ",";
    if (!text.startsWith(start)) {
      throw new IllegalStateException("the schema is not the first key");
    }
    String added = "\"" + key + "\":" + json.get().type(partType).toJson(part) + ",";
    return PrettyJson.of(start + added + text.substring(start.length()));
  }

  /** Many documents as an array, ending in a line feed. */
  public String writeAll(List<T> documents) {
    StringBuilder text = new StringBuilder();
    try {
      writeAll(documents, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** As {@link #writeAll(List)}, one document after the other: there may be many. */
  public void writeAll(List<T> documents, Appendable to) throws IOException {
    String separator = "\n  ";
    to.append('[');
    for (T document : documents) {
      to.append(separator).append(PrettyJson.line(toJson(document)));
      separator = ",\n  ";
    }
    to.append(documents.isEmpty() ? "]\n" : "\n]\n");
  }

  /**
   * The document that was written as this text.
   *
   * @throws UnreadableResultException if it is not one, or one of another version
   */
  public T read(String text) {
    return read(
        text,
        head -> {
          requireVersion(head);
          return type().fromJson(text);
        });
  }

  /**
   * The documents that were written as this array.
   *
   * @throws UnreadableResultException if one is not, or is one of another version
   */
  public List<T> readAll(String text) {
    return read(
        text,
        heads -> {
          heads.beginArray();
          while (heads.hasNextElement()) {
            requireVersion(heads);
          }
          return type().list().fromJson(text);
        });
  }

  private <R> R read(String text, Function<JsonReader, R> reader) {
    try (JsonReader tokens = json.get().reader(text)) {
      return reader.apply(tokens);
    } catch (JsonException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException broken) {
      throw unreadable(String.valueOf(broken.getMessage()).lines().findFirst().orElse("").strip());
    } catch (NullPointerException missing) {
      // The records refuse it where a list or a map is missing deeper down.
      throw unreadable("a key is missing in a part of it");
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
      return read(text(file));
    } catch (UnreadableResultException unreadable) {
      throw new UnreadableResultException(file + ": " + unreadable.getMessage());
    }
  }

  /**
   * Whether a file holds a document with all keys of this kind, whatever their values.
   *
   * @throws IOException if the file can't be read
   */
  public boolean isIn(Path file) throws IOException {
    try {
      return read(text(file), head -> Keys.of(head).whetherNull.keySet().containsAll(keys));
    } catch (UnreadableResultException broken) {
      return false;
    }
  }

  private String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notText) {
      throw unreadable("it is not UTF-8");
    }
  }

  private void requireVersion(JsonReader reader) {
    Keys given = Keys.of(reader);
    if (given.schema == null) {
      throw unreadable("the key schema is missing");
    }
    if (given.schema.doubleValue() != schema) {
      throw new UnreadableResultException(
          "schema %s is not known; this version of Anteroom reads %d"
              .formatted(given.schema, schema));
    }
    keys.forEach(key -> require(key, Boolean.FALSE.equals(given.whetherNull.get(key))));
    nullableKeys.forEach(key -> require(key, given.whetherNull.containsKey(key)));
  }

  /**
   * The keys of a document, whose values are passed over: records can't tell what is missing from
   * what is 0.
   *
   * @param schema null: it is missing, or no number
   */
  private record Keys(Map<String, Boolean> whetherNull, @Nullable BigDecimal schema) {
    /** Those of the next value; none where it is no object. */
    static Keys of(JsonReader reader) {
      Map<String, Boolean> whetherNull = new HashMap<>();
      BigDecimal schema = null;
      if (reader.currentToken() == Token.BEGIN_OBJECT) {
        reader.beginObject();
        while (reader.hasNextField()) {
          String key = reader.nextField();
          boolean isNull = reader.isNullValue();
          whetherNull.put(key, isNull);
          if (!isNull && key.equals("schema") && reader.currentToken() == Token.NUMBER) {
            schema = reader.readDecimal();
          } else if (!isNull) {
            reader.skipValue();
          }
        }
        reader.endObject();
      }
      return new Keys(whetherNull, schema);
    }
  }

  private void require(String key, boolean present) {
    if (!present) {
      throw unreadable("the key " + key + " is missing");
    }
  }

  private UnreadableResultException unreadable(String why) {
    return new UnreadableResultException("not a " + word + ": " + why);
  }
}
