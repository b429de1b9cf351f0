package io.anteroom.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A lognormal distribution by two of its percentiles, such as {@code p50=12ms,p99=200ms}. Mean and
 * cv are rounded to six digits, so that they are the same on every JDK and can be read.
 */
final class LognormalQuantiles {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final MathContext DIGITS = new MathContext(6);
  private static final Pattern NOTATION =
      Pattern.compile(
          "p(\\d{1,2}(?:\\.\\d{1,6})?)\\s*=\\s*([^,]+?)\\s*,"
              + "\\s*p(\\d{1,2}(?:\\.\\d{1,6})?)\\s*=\\s*(.+)");

  private LognormalQuantiles() {}

  /** Whether the text means percentiles. */
  static boolean matches(String figure) {
    return figure.startsWith("p");
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if the text is not two percentiles of a lognormal distribution
   */
  static Distribution.Lognormal parse(String figure) {
    Matcher matcher = NOTATION.matcher(figure);
    if (!matcher.matches()) {
      throw refused();
    }
    double lower = Numbers.parse(matcher.group(1));
    double upper = Numbers.parse(matcher.group(3));
    double low = DurationText.parsePositive(matcher.group(2)).toNanos();
    double high = DurationText.parsePositive(matcher.group(4)).toNanos();
    if (!(lower > 0 && lower < upper && low < high)) {
      throw refused();
    }
    double from = NORMAL.inverseCumulativeProbability(lower / 100);
    double to = NORMAL.inverseCumulativeProbability(upper / 100);
    double scale = (Math.log(high) - Math.log(low)) / (to - from);
    double location = Math.log(low) - from * scale;
    double mean = Math.exp(location + scale * scale / 2);
    return new Distribution.Lognormal(
        Duration.ofNanos(Math.round(rounded(mean))), rounded(Math.sqrt(Math.expm1(scale * scale))));
  }

  private static double rounded(double figure) {
    return BigDecimal.valueOf(figure).round(DIGITS).doubleValue();
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "allowed: two percentiles, the lower one first, as in lognormal:p50=12ms,p99=200ms");
  }
}
