package io.anteroom.result.metric;

/** A text that is not an expectation. Its message is one short line for the user. */
public final class InvalidExpectationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 60;

  InvalidExpectationException(String text, String problem) {
    super(quoted(text) + ": " + problem);
  }

  /** What the user wrote, on one line and not too long. */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .map(character -> isPrintable(character) ? character : '?')
        .forEach(quoted::appendCodePoint);
    return quoted
        .append(text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "...\"" : "\"")
        .toString();
  }

  private static boolean isPrintable(int character) {
    return (character >= ' ' && character <= '~') || Character.isLetterOrDigit(character);
  }
}
