package io.anteroom.report;

import io.anteroom.report.html.FactStanding;
import io.anteroom.result.verdict.Rating;

/** The sign before a fact that says how good it is. */
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

  /** That of a rating. */
  static Mark of(Rating rating) {
    return switch (rating) {
      case GOOD -> GOOD;
      case BAD -> BAD;
      case UNCLEAR -> UNCLEAR;
    };
  }

  /** The same on a page. */
  FactStanding standing() {
    return switch (this) {
      case GOOD -> FactStanding.GOOD;
      case BAD -> FactStanding.BAD;
      case UNCLEAR, ABSENT -> FactStanding.UNCLEAR;
      case LIMITED -> FactStanding.LIMITED;
    };
  }

  /** The sign in that style. */
  public String in(Style style) {
    return switch (this) {
      case GOOD -> style.blue(sign);
      case BAD -> style.orange(sign);
      case UNCLEAR, LIMITED -> style.strong(sign);
      case ABSENT -> style.faint(sign);
    };
  }
}
