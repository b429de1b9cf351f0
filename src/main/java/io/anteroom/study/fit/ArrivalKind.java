package io.anteroom.study.fit;

/** What arrivals look like. */
public enum ArrivalKind {
  /** Independent of each other, at a rate that does not change. */
  POISSON("Poisson"),
  /** Independent of each other, at a rate that changes. */
  CHANGING("Poisson, at a rate that changes"),
  /** In bursts. */
  BURSTY("bursty"),
  /** More even than chance. */
  EVEN("even"),
  /** The same persons come again. */
  CLOSED("a closed loop"),
  /** There are too few, or no times. */
  UNKNOWN("not known");

  private final String words;

  ArrivalKind(String words) {
    this.words = words;
  }

  /** For a person to read. */
  public String words() {
    return words;
  }
}
