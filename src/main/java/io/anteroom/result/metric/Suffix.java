package io.anteroom.result.metric;

import io.anteroom.scenario.DurationUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What follows the number of a limit.
 *
 * @param text as it is written
 * @param times what the number is multiplied by
 * @param over what it is divided by then
 */
record Suffix(String text, BigDecimal times, BigDecimal over) {
  private static final String PERCENT = "%";
  private static final String PER = "/";

  /** The suffix of limits in that unit that is written so. */
  static Optional<Suffix> of(String text, Unit unit) {
    return switch (unit) {
      case DURATION ->
          DurationUnit.of(text)
              .map(length -> new Suffix(length.word(), length.nanos(), BigDecimal.ONE));
      case SHARE ->
          text.equals(PERCENT)
              ? Optional.of(new Suffix(PERCENT, BigDecimal.ONE, BigDecimal.valueOf(100)))
              : none(text);
      case RATE -> text.startsWith(PER) ? per(text.substring(PER.length())) : Optional.empty();
      case NUMBER -> none(text);
    };
  }

  private static Optional<Suffix> none(String text) {
    return text.isEmpty()
        ? Optional.of(new Suffix("", BigDecimal.ONE, BigDecimal.ONE))
        : Optional.empty();
  }

  private static Optional<Suffix> per(String text) {
    return DurationUnit.of(text)
        .map(
            length -> new Suffix(PER + length.word(), DurationUnit.SECOND.nanos(), length.nanos()));
  }

  /** A limit with this suffix, in the metric's unit. */
  double limit(BigDecimal number) {
    return number.multiply(times).divide(over, MathContext.DECIMAL128).doubleValue();
  }
}
