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
final class ExactNumber implements JsonAdapter<Double> {
  /** Reads and writes documents with all their keys; numbers that may be null are exact. */
  static Jsonb jsonb(JsonAdapter<Double> number) {
    return Jsonb.builder()
        .serializeEmpty(true)
        .serializeNulls(true)
        .add(Double.TYPE, number)
        .add(Double.class, new ExactNumber().nullSafe())
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
