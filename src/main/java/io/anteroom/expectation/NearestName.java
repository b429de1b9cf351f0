package io.anteroom.expectation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the metric that was probably meant. */
final class NearestName {
  private static final int LONGEST = 40;

  private NearestName() {}

  /** The name that the fewest edits lead to, if they are few. */
  static Optional<String> of(String text, List<String> names) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int mostEdits = Math.max(1, text.length() / 3);
    return names.stream()
        .filter(name -> edits(text, name) <= mostEdits)
        .min(Comparator.comparingInt(name -> edits(text, name)));
  }

  /** The Levenshtein distance: insertions, removals and replacements of one character. */
  private static int edits(String from, String to) {
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
