package io.anteroom.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Finds the word that was probably meant. */
public final class Spelling {
  private Spelling() {}

  /** The nearest of the words, whatever its case, if few edits lead from the text to it. */
  public static Optional<String> nearest(String text, Collection<String> words) {
    int mostEdits = Math.max(1, text.length() / 3);
    String wanted = text.toLowerCase(Locale.ROOT);
    ToIntFunction<String> edits = word -> edits(wanted, word.toLowerCase(Locale.ROOT));
    return words.stream()
        .filter(word -> Math.abs(word.length() - text.length()) <= mostEdits)
        .filter(word -> edits.applyAsInt(word) <= mostEdits)
        .min(Comparator.comparingInt(edits));
  }

  /** Asks whether the nearest of the words was meant; else another remedy. */
  public static String meant(String text, Collection<String> words, String otherwise) {
    return nearest(text, words).map(near -> "did you mean " + near + "?").orElse(otherwise);
  }

  /** The Levenshtein distance: insertions, removals and replacements of one character. */
  static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < above.length; column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
