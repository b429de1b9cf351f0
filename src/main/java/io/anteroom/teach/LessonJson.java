package io.anteroom.teach;

import io.anteroom.result.store.PrettyJson;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;

/**
 * {@link LessonResult Results} of lessons as JSON, in UTF-8. Its keys are the records' components,
 * in the order in which these are declared. Keys may be added within a schema version.
 */
public final class LessonJson {
  private static final JsonType<LessonResult> RESULT =
      Jsonb.builder().serializeEmpty(true).serializeNulls(true).build().type(LessonResult.class);

  private LessonJson() {}

  /** One lesson, ending in a line feed. */
  public static String write(LessonResult result) {
    return PrettyJson.of(RESULT.toJson(result));
  }

  /** Many lessons as an array, ending in a line feed. */
  public static String write(List<LessonResult> results) {
    return PrettyJson.of(RESULT.list().toJson(results));
  }

  /** The lessons that were written as this text. */
  public static List<LessonResult> readAll(String json) {
    return RESULT.list().fromJson(json);
  }
}
