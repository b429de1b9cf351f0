package io.anteroom.scenario;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mean and a shape as distributions write them, such as {@code 5ms,cv=1.5}.
 *
 * @param shape the text after the equals sign
 */
record ShapedText(Duration mean, String shape) {
  private static final Pattern NOTATION = Pattern.compile("(.+?)\\s*,\\s*([a-z]+)\\s*=\\s*(.+)");

  /** A regular expression for it, with a shape of that name. */
  static String pattern(String shape) {
    return "\\s*" + DurationText.PATTERN + "\\s*,\\s*" + shape + "\\s*=\\s*" + Numbers.PATTERN;
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if the text is not one with a shape of that name
   */
  static ShapedText parse(String figure, String shape, String example) {
    Matcher matcher = NOTATION.matcher(figure);
    if (!matcher.matches() || !matcher.group(2).equals(shape)) {
      throw new IllegalArgumentException("allowed: a mean and a shape, as in " + example);
    }
    return new ShapedText(DurationText.parse(matcher.group(1)), matcher.group(3));
  }
}
