package io.anteroom.report.facts;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact with its label.
 *
 * @param label empty: it goes on with the fact before
 * @param mark null: neither good nor bad
 * @param brief whether another brief fact may stand beside it
 */
public record Fact(String label, @Nullable Mark mark, String text, boolean brief) {
  /** A space at which lines do not end. */
  public static final char NO_BREAK = '\u00a0';

  /** What stands between two parts of a fact. */
  public static final String SEPARATOR = NO_BREAK + "·";

  /** A longer part may end a line within it. */
  private static final int LONGEST_PART = 70;

  /** A fact that is neither good nor bad. */
  public static Fact of(String label, String text) {
    return new Fact(label, null, text, false);
  }

  /** A fact that is good or bad. */
  public static Fact of(String label, Mark mark, String text) {
    return new Fact(label, mark, text, false);
  }

  /** A fact of a few letters. */
  public static Fact brief(String label, String text) {
    return new Fact(label, null, text, true);
  }

  /** Parts with dots between them; a line ends between two parts only, unless one is too long. */
  public static String parts(List<String> parts) {
    return parts.stream()
        .map(part -> part.length() > LONGEST_PART ? part : part.replace(' ', NO_BREAK))
        .collect(Collectors.joining(SEPARATOR + " "));
  }

  /** The same fact about what the label of the one before says. */
  Fact unlabelled() {
    return new Fact("", mark, text, brief);
  }
}
