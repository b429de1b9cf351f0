package io.anteroom.result.verdict;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An explanation that goes on in a line: its first sentence, and the others.
 *
 * @param first without its full stop and with a small letter at its beginning
 * @param rest as they are; empty if there are none
 */
record Sentences(String first, String rest) {
  private static final Pattern END = Pattern.compile("\\.\\s+(?=\\p{Lu})");

  static Sentences of(String explanation) {
    String text = explanation.strip();
    Matcher end = END.matcher(text);
    return end.find()
        ? new Sentences(continued(text.substring(0, end.start())), text.substring(end.end()))
        : new Sentences(continued(text.endsWith(".") ? chopped(text) : text), "");
  }

  private static String chopped(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** A word of capitals keeps them. */
  private static String continued(String text) {
    boolean capitals = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return text.isEmpty() || capitals
        ? text
        : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
