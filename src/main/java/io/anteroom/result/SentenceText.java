package io.anteroom.result;

/** Words as a sentence. */
public final class SentenceText {
  private SentenceText() {}

  /** The words, at least one letter, with a capital at the beginning. */
  public static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** The words, at least one letter, with a capital at the beginning and a full stop at the end. */
  public static String of(String words) {
    return capitalised(words) + (words.endsWith(".") ? "" : ".");
  }
}
