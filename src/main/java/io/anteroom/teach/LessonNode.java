package io.anteroom.teach;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A value in the file of a lesson: a text, a list or a mapping.
 *
 * @param value null: it is not there
 */
record LessonNode(@Nullable Object value) {
  private static final LoadSettings TEXTS_ONLY =
      LoadSettings.builder().setSchema(new FailsafeSchema()).build();

  /** The whole file. */
  static LessonNode parse(String yaml) {
    return new LessonNode(new Load(TEXTS_ONLY).loadFromString(yaml));
  }

  boolean has(String key) {
    return value instanceof Map<?, ?> entries && entries.containsKey(key);
  }

  LessonNode get(String key) {
    return new LessonNode(value instanceof Map<?, ?> entries ? entries.get(key) : null);
  }

  /** The text of a key that has to be there. */
  String text(String key) {
    return get(key).text();
  }

  /** The text of a key, or another one where it is not there. */
  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  String text() {
    return Objects.requireNonNull(value).toString();
  }

  /** The items of a list; one text is a list of its own, and nothing an empty one. */
  <T> List<T> each(Function<LessonNode, T> item) {
    return value == null
        ? List.of()
        : value instanceof List<?> items
            ? items.stream().map(one -> item.apply(new LessonNode(one))).toList()
            : List.of(item.apply(this));
  }

  /** The entries of a mapping, in order. */
  List<Map.Entry<String, String>> entries() {
    return value instanceof Map<?, ?> entries
        ? entries.entrySet().stream()
            .map(
                entry ->
                    Map.entry(String.valueOf(entry.getKey()), String.valueOf(entry.getValue())))
            .toList()
        : List.of();
  }
}
