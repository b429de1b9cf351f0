package io.anteroom.teach;

/** The releases of the JDK that a claim is about. */
enum JdkRange {
  /** Where {@code synchronized} holds carriers (before JEP 491). */
  BEFORE_24(21, 23, "JDK 21 to 23"),
  /** Where it does not. */
  FROM_24(24, Integer.MAX_VALUE, "JDK 24 and later"),
  /** Where waiting for another thread's class initialiser holds carriers (before JDK-8369238). */
  UNTIL_25(21, 25, "JDK 21 to 25"),
  /** Where it does not. */
  FROM_26(26, Integer.MAX_VALUE, "JDK 26 and later"),
  ANY(21, Integer.MAX_VALUE, "every JDK"),
  /** Not real time. */
  SIMULATED(JdkRange.NO_JDK, JdkRange.NO_JDK, "simulated time");

  /** The release of what runs in simulated time. */
  static final int NO_JDK = 0;

  private final int from;
  private final int to;
  private final String words;

  JdkRange(int from, int to, String words) {
    this.from = from;
    this.to = to;
    this.words = words;
  }

  /** As a sentence has it. */
  String words() {
    return words;
  }

  boolean holds(int feature) {
    return feature >= from && feature <= to;
  }
}
