package io.anteroom.teach;

/**
 * The releases of the JDK that a claim is about.
 *
 * @param from the first one
 * @param to the last one
 * @param words as a sentence has it
 */
record JdkRange(int from, int to, String words) {
  /** The release of what runs in simulated time. */
  static final int NO_JDK = 0;

  /** Where {@code synchronized} holds carriers (before JEP 491). */
  static final JdkRange BEFORE_24 = new JdkRange(21, 23, "JDK 21 to 23");

  /** Where it does not. */
  static final JdkRange FROM_24 = new JdkRange(24, Integer.MAX_VALUE, "JDK 24 and later");

  /** Where waiting for another thread's class initialiser holds carriers (before JDK-8369238). */
  static final JdkRange UNTIL_25 = new JdkRange(21, 25, "JDK 21 to 25");

  /** Where it does not. */
  static final JdkRange FROM_26 = new JdkRange(26, Integer.MAX_VALUE, "JDK 26 and later");

  /** Every JDK. */
  static final JdkRange ANY = new JdkRange(21, Integer.MAX_VALUE, "every JDK");

  /** Not real time. */
  static final JdkRange SIMULATED = new JdkRange(NO_JDK, NO_JDK, "simulated time");

  boolean holds(int feature) {
    return feature >= from && feature <= to;
  }
}
