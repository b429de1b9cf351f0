package io.anteroom.report;

import io.anteroom.report.html.Standing;

/** The sign before a fact that says how good it is. */
enum Mark {
  GOOD("✓"),
  BAD("✗"),
  UNCLEAR("?"),
  LIMITED("!"),
  ABSENT("–");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /** The same on a page. */
  Standing standing() {
    return switch (this) {
      case GOOD -> Standing.GOOD;
      case BAD -> Standing.BAD;
      case UNCLEAR, ABSENT -> Standing.UNCLEAR;
      case LIMITED -> Standing.LIMITED;
    };
  }

  String in(Style style) {
    return switch (this) {
      case GOOD -> style.blue(sign);
      case BAD -> style.orange(sign);
      case UNCLEAR, LIMITED -> style.strong(sign);
      case ABSENT -> style.faint(sign);
    };
  }
}
