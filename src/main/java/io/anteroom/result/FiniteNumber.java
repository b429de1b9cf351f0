package io.anteroom.result;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.math.BigDecimal;

/**
 * Numbers in JSON, which knows neither NaN nor infinity: they are written as {@code null}, and that
 * is read as NaN. Numbers are written without exponents, and read by way of {@link BigDecimal}: the
 * library's own reading of doubles is not exact.
 */
final class FiniteNumber implements JsonAdapter<Double> {
  @Override
  public void toJson(JsonWriter writer, Double number) {
    if (Double.isFinite(number)) {
      writer.rawValue(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    } else {
      writer.nullValue();
    }
  }

  @Override
  public Double fromJson(JsonReader reader) {
    return reader.isNullValue() ? Double.NaN : reader.readDecimal().doubleValue();
  }
}
