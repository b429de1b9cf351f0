package io.anteroom.result.store;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.math.BigDecimal;

/**
 * Numbers in JSON, which knows neither NaN nor infinity: they are written as {@code null}, and that
 * is read as NaN. Numbers are written without exponents, unless that took more than {@value
 * #MOST_ZEROS} zeros, and read by way of {@link BigDecimal}: the library's own reading of doubles
 * is not exact, and ends at some hundred digits.
 */
final class FiniteNumber implements JsonAdapter<Double> {
  private static final int MOST_ZEROS = 20;

  @Override
  public void toJson(JsonWriter writer, Double number) {
    if (Double.isFinite(number)) {
      writer.rawValue(text(BigDecimal.valueOf(number).stripTrailingZeros()));
    } else {
      writer.nullValue();
    }
  }

  private static String text(BigDecimal number) {
    int power = number.precision() - number.scale() - 1;
    return Math.abs(power) <= MOST_ZEROS ? number.toPlainString() : number.toString();
  }

  @Override
  public Double fromJson(JsonReader reader) {
    return reader.isNullValue() ? Double.NaN : reader.readDecimal().doubleValue();
  }
}
