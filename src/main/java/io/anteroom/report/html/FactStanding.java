package io.anteroom.report.html;

/** How good a fact is: a sign that shows, and a word for those who do not see it. */
public enum FactStanding {
  GOOD("✓", "good"),
  BAD("✗", "bad"),
  UNCLEAR("?", "unclear"),
  LIMITED("!", "limited");

  private final String sign;
  private final String word;

  FactStanding(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /** The sign that shows. */
  public String sign() {
    return sign;
  }

  /** Names its style, too. */
  public String word() {
    return word;
  }
}
