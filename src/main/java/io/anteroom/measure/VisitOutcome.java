package io.anteroom.measure;

/** What became of a visit. */
public enum VisitOutcome {
  /** It had its room, and left it. */
  COMPLETED("completed"),
  /** Its patience ran out before it got a room. */
  ABANDONED("abandoned"),
  /** It found as many persons present as there may be. */
  TURNED_AWAY("turnedAway"),
  /** The end of the run cut it short, in line or in its room. */
  CENSORED("censored");

  private final String word;

  VisitOutcome(String word) {
    this.word = word;
  }

  /** The word for it in files. */
  public String word() {
    return word;
  }
}
