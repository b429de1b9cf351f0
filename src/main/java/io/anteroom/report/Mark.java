package io.anteroom.report;

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

  String in(Style style) {
    return switch (this) {
      case GOOD -> style.blue(sign);
      case BAD -> style.orange(sign);
      case UNCLEAR, LIMITED -> style.strong(sign);
      case ABSENT -> style.faint(sign);
    };
  }
}
