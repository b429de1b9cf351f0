package io.anteroom.study.diff;

/**
 * Something that was set or given, in both runs.
 *
 * @param key what, as {@code result.json} has it
 * @param a in the first run
 * @param b in the second run
 */
public record Difference(String key, String a, String b) {
  /** Whether it is another one in the second run. */
  public boolean differs() {
    return !a.equals(b);
  }
}
