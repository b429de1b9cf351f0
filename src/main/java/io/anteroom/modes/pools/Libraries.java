package io.anteroom.modes.pools;

/** What libraries have in common. */
final class Libraries {
  private Libraries() {}

  /**
   * Keeps SLF4J from saying on standard error that nothing receives its logs; the failures of a
   * pool reach the visit that they concern. To be called before a library that logs is loaded.
   */
  static void keepQuiet() {
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }
}
