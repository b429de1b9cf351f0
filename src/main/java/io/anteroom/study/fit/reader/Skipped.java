package io.anteroom.study.fit.reader;

import io.avaje.jsonb.Json;

/**
 * Lines that are no requests, for one reason.
 *
 * @param reason in a few words
 * @param count how many
 * @param file where the first one is
 * @param line its number, from 1; 0: the file has no lines
 * @param example how it begins
 */
@Json
public record Skipped(String reason, long count, String file, long line, String example) {
  private static final int LONGEST_EXAMPLE = 60;

  /** One line. */
  static Skipped of(String reason, String file, long line, String text) {
    return new Skipped(reason, 1, file, line, shown(text));
  }

  Skipped oneMore() {
    return new Skipped(reason, count + 1, file, line, example);
  }

  /** Its beginning, without what a terminal must not get. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_EXAMPLE)
        .map(one -> Character.isISOControl(one) || one == '\uFFFD' ? '?' : one)
        .forEach(shown::appendCodePoint);
    return shown + (text.length() > LONGEST_EXAMPLE ? "…" : "");
  }
}
