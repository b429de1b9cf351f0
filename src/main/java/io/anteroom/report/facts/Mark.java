package io.anteroom.report.facts;

import io.anteroom.result.verdict.Rating;
import java.util.Arrays;
import java.util.Optional;

/** How good a fact is: a sign that shows, and a word for those who do not see it. */
public enum Mark {
  /** As it should be. */
  GOOD("✓"),

  /** Not as it should be. */
  BAD("✗"),

  /** Not known. */
  UNCLEAR("?"),

  /** Good only so far. */
  LIMITED("!"),

  /** Not there. */
  ABSENT("–");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  public static Mark of(Rating rating) {
    return switch (rating) {
      case GOOD -> GOOD;
      case BAD -> BAD;
      case UNCLEAR -> UNCLEAR;
    };
  }

  /** The mark that a text begins with. */
  public static Optional<Mark> before(String text) {
    return Arrays.stream(values()).filter(mark -> text.startsWith(mark.sign + " ")).findFirst();
  }

  /** The sign that stands before the fact. */
  public String sign() {
    return sign;
  }

  /** Names its style on a page, too. */
  public String word() {
    return switch (this) {
      case GOOD -> "good";
      case BAD -> "bad";
      case UNCLEAR, ABSENT -> "unclear";
      case LIMITED -> "limited";
    };
  }
}
