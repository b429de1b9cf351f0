package io.anteroom.scenario;

import java.util.List;
import java.util.Locale;

/** How the value of a scenario key is written. */
sealed interface Notation {
  /** In words, for messages; without {@code none}. */
  String allowed();

  /** Whether {@code none} may be written instead. */
  default boolean orNone() {
    return false;
  }

  /** A whole number between the two bounds, or {@code none} where there may be no bound. */
  record Whole(long least, long most, boolean orNone) implements Notation {
    static final String DIGITS = "-?\\d{1,19}";

    @Override
    public String allowed() {
      return String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most);
    }

    /** Reads a number within the bounds. */
    long parse(String text) {
      if (!text.matches(DIGITS)) {
        throw new IllegalArgumentException("allowed: " + allowed());
      }
      try {
        long number = Long.parseLong(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException tooLarge) {
        // Beyond a long is beyond every bound.
      }
      throw new IllegalArgumentException("allowed: " + allowed());
    }
  }

  /** A number of rooms, or rooms over time. */
  record Rooms(Whole number) implements Notation {
    @Override
    public String allowed() {
      return number.allowed() + ", or rooms over time such as 8@0s,12@9h";
    }
  }

  /** One of a few words. */
  record OneOf(List<String> words) implements Notation {
    static OneOf of(Named... constants) {
      return new OneOf(List.of(constants).stream().map(Named::word).toList());
    }

    @Override
    public String allowed() {
      return String.join(", ", words);
    }
  }

  /** The name of a locking mode. */
  record ModeName() implements Notation {
    @Override
    public String allowed() {
      return "the name of a locking mode";
    }
  }

  record ActivityName() implements Notation {
    @Override
    public String allowed() {
      return "the name of an activity";
    }
  }

  /** A share from 0 to 1, or in percent; or {@code none}. */
  record Share() implements Notation {
    static final String PATTERN = "(?:" + Numbers.PATTERN + ")%?";

    @Override
    public String allowed() {
      return "a share from 0 to 1, or from 0% to 100%";
    }

    @Override
    public boolean orNone() {
      return true;
    }

    /** Reads a share. */
    static double parse(String text) {
      double share =
          text.endsWith("%")
              ? Numbers.percent(text.substring(0, text.length() - 1))
              : Numbers.parse(text);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("allowed: " + new Share().allowed());
      }
      return share;
    }
  }

  /**
   * Text of a certain form.
   *
   * @param pattern a regular expression for the whole of it, in the dialect that Java and JSON
   *     Schema have in common
   */
  record Form(String pattern, String allowed, boolean orNone) implements Notation {
    /** Whether the text has the form. */
    boolean fits(String text) {
      return text.matches(pattern);
    }

    /** The text, if it has the form. */
    String fitting(String text) {
      if (!fits(text)) {
        throw new IllegalArgumentException("allowed: " + allowed());
      }
      return text;
    }
  }

  /** What is said of a pool: a mapping in files, a list of {@code key=value} in options. */
  record Entries() implements Notation {
    @Override
    public String allowed() {
      return PoolSettings.ALLOWED;
    }

    @Override
    public boolean orNone() {
      return true;
    }
  }

  /** Any number of texts; {@code none} takes back those before it. */
  record Texts(String allowed) implements Notation {
    @Override
    public boolean orNone() {
      return true;
    }
  }
}
