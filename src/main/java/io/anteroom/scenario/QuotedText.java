package io.anteroom.scenario;

import java.util.Locale;

/** Foreign text in messages: quoted, shortened, and without characters that act on a terminal. */
public final class QuotedText {
  private static final int LONGEST = 40;
  private static final String ELLIPSIS = "...";

  private QuotedText() {}

  /** The text in quotes; of a long one, its beginning. */
  public static String of(String text) {
    return '"' + escaped(beginning(text, LONGEST)) + '"';
  }

  /** The beginning of a text that is longer than {@code longest} characters. */
  static String beginning(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    return length <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + ELLIPSIS;
  }

  /** The end of a path, which tells more than its beginning. */
  static String tail(String path) {
    int length = path.codePointCount(0, path.length());
    return length <= LONGEST
        ? path
        : ELLIPSIS + path.substring(path.offsetByCodePoints(0, length - LONGEST));
  }

  /** The text on one line, with escapes for what can't be seen. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> appendVisible(escaped, codePoint));
    return escaped.toString();
  }

  private static void appendVisible(StringBuilder target, int codePoint) {
    switch (codePoint) {
      case '\n' -> target.append("\\n");
      case '\r' -> target.append("\\r");
      case '\t' -> target.append("\\t");
      default -> {
        if (visible(codePoint)) {
          target.appendCodePoint(codePoint);
        } else {
          target.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
        }
      }
    }
  }

  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
