package io.anteroom.measure.flight;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the event or setting that was probably meant. */
final class NearestName {
  private NearestName() {}

  /** " Did you mean 'x'?", or nothing where no name is near. */
  static String hint(String text, Collection<String> names) {
    return of(text, names).map(name -> " Did you mean '" + name + "'?").orElse("");
  }

  /** The nearest of the names, whatever their case, if few edits lead from the text to it. */
  static Optional<String> of(String text, Collection<String> names) {
    int mostEdits = Math.max(1, text.length() / 4);
    return names.stream()
        .filter(name -> Math.abs(name.length() - text.length()) <= mostEdits)
        .filter(name -> edits(text, name) <= mostEdits)
        .min(
            Comparator.<String>comparingInt(name -> edits(text, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The Levenshtein distance, upper and lower case being the same. */
  private static int edits(String fromText, String toText) {
    String from = fromText.toLowerCase(Locale.ROOT);
    String to = toText.toLowerCase(Locale.ROOT);
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
