package io.anteroom.run.engine;

/**
 * Keeps the JVM from listing every virtual thread for its own thread dumps, where there are so many
 * that nobody could read such a dump: it takes 33 bytes and some processor time each. {@link
 * PersonsDump} goes without that list.
 */
public final class ThreadTracking {
  private static final int FEWEST_PERSONS = 100_000;
  private static final String LISTS_THREADS = "jdk.trackAllThreads";

  private ThreadTracking() {}

  /**
   * Leaves the persons unlisted if they are that many, and the user has not said otherwise. The JVM
   * makes up its mind at its first pool of threads, which is why a program calls this first of all.
   */
  public static void disableFor(int persons) {
    if (persons >= FEWEST_PERSONS && System.getProperty(LISTS_THREADS) == null) {
      System.setProperty(LISTS_THREADS, "false");
    }
  }
}
