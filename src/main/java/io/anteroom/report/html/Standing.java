package io.anteroom.report.html;

/** How good a fact is: a sign that shows, and a word for those who do not see it. */
enum Standing {
  GOOD("✓", "good"),
  BAD("✗", "bad"),
  UNCLEAR("?", "unclear");

  private final String sign;
  private final String word;

  Standing(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  String sign() {
    return sign;
  }

  /** Names its style, too. */
  String word() {
    return word;
  }
}
