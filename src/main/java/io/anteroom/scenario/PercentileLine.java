package io.anteroom.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table of percentiles, as HdrHistogram and its kin print it.
 *
 * @param value in the unit of the table
 * @param share that is no longer, from 0 to 1
 * @param count how many are no longer; null: the line does not say
 */
public record PercentileLine(double value, double share, @Nullable Long count) {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{1,15}(?:\\.\\d{1,15})?)[\\s,]+([01](?:\\.\\d{1,18})?)(?:[\\s,]+(\\d{1,15})\\b.*)?");

  /** The line of that text; empty: it is none. */
  public static Optional<PercentileLine> of(String text) {
    Matcher line = LINE.matcher(text.strip());
    if (!line.matches()) {
      return Optional.empty();
    }
    double share = new BigDecimal(line.group(2)).doubleValue();
    String count = line.group(3);
    return share > 1
        ? Optional.empty()
        : Optional.of(
            new PercentileLine(
                new BigDecimal(line.group(1)).doubleValue(),
                share,
                count == null ? null : Long.valueOf(count)));
  }
}
