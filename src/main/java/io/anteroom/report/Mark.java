package io.anteroom.report;

/** The sign before a fact that says how good it is. */
enum Mark {
  GOOD("✓"),
  BAD("✗"),
  UNCLEAR("?");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  String in(Style style) {
    return switch (this) {
      case GOOD -> style.blue(sign);
      case BAD -> style.orange(sign);
      case UNCLEAR -> style.strong(sign);
    };
  }
}
