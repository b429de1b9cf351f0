package io.anteroom.result.store;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.math.BigDecimal;

/**
 * Numbers that are read by way of {@link BigDecimal}: the library's own reading of doubles may be
 * wrong in the last bit, so that a document would change by being read and written.
 */
public final class ExactNumber implements JsonAdapter<Double> {
  private ExactNumber() {}

  /** For numbers that may be null. */
  static JsonAdapter<Double> orNull() {
    return new ExactNumber().nullSafe();
  }

  /** Reads and writes documents whose numbers come back as they were, with all their keys. */
  public static Jsonb jsonb() {
    return Jsonb.builder()
        .serializeEmpty(true)
        .serializeNulls(true)
        .add(Double.TYPE, new ExactNumber())
        .add(Double.class, orNull())
        .build();
  }

  @Override
  public void toJson(JsonWriter writer, Double number) {
    writer.value(number.doubleValue());
  }

  @Override
  public Double fromJson(JsonReader reader) {
    return reader.readDecimal().doubleValue();
  }
}
