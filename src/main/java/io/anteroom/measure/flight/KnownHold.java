package io.anteroom.measure.flight;

import java.util.List;

/**
 * A way to block that holds a virtual thread's carrier, and the JDKs on which it does.
 *
 * @param key names it; stable
 * @param place how or where a virtual thread blocks
 * @param lastFeature the last release that holds the carrier there; {@link #EVERY} where all do
 * @param note what else is to be known; empty where there is nothing
 * @param source the JEP, bug or measurement that says so
 */
public record KnownHold(String key, String place, int lastFeature, String note, String source) {
  /** No release is known that lets go of the carrier. */
  public static final int EVERY = Integer.MAX_VALUE;

  /** The releases that what is known was measured on; of the last one an early-access build. */
  public static final List<Integer> MEASURED_ON = List.of(21, 25, 26, 27, 28);

  /** The last release before JEP 491. */
  private static final int MONITORS = CarrierHolds.MONITORS_UNMOUNT - 1;

  /** The last release before JDK-8369238. */
  private static final int INITIALISERS = 25;

  private static final String MEASURED = "measured";
  private static final String JEP_491 = "JEP 491; " + MEASURED;
  private static final String JDK_8369238 = "JDK-8369238; " + MEASURED;

  /** All of them, those that ended first in front. */
  public static final List<KnownHold> ALL =
      List.of(
          new KnownHold(
              "hold.monitor", "a sleep, a lock or a socket in synchronized", MONITORS, "", JEP_491),
          new KnownHold(
              "hold.monitor-enter", "waiting to enter a contended monitor", MONITORS, "", JEP_491),
          new KnownHold("hold.object-wait", "Object.wait", MONITORS, "", JEP_491),
          new KnownHold(
              "hold.initialiser-wait",
              "waiting for a class that another thread initialises",
              INITIALISERS,
              "interpreted code only, which most first uses of a class are",
              JDK_8369238),
          new KnownHold(
              "hold.initialiser-wait-otherwise",
              "the same by reflection, or from compiled code",
              EVERY,
              "",
              JDK_8369238),
          new KnownHold("hold.initialiser", "a class initialiser that blocks", EVERY, "", MEASURED),
          new KnownHold(
              "hold.loader",
              "a class loader that blocks when the JVM calls it",
              EVERY,
              "",
              MEASURED),
          new KnownHold(
              "hold.native", "Java code that native code called back", EVERY, "", MEASURED),
          new KnownHold(
              "hold.system-call",
              "files, pipes, name look-ups, Process.waitFor",
              EVERY,
              "no event shows it",
              "JEP 444; " + MEASURED));

  /**
   * The one of that key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static KnownHold of(String key) {
    return ALL.stream()
        .filter(hold -> hold.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no hold is known as " + key));
  }

  /** Whether a hold's reason says that it waited for another thread's class initialiser. */
  public static boolean waitsForInitialiser(String reason) {
    return reason.equals(HoldReason.INITIALISER_WAIT)
        || reason.startsWith("Waited for initialization of ");
  }

  /** Whether it holds the carrier on a JDK of that feature number, such as 21. */
  public boolean holds(int feature) {
    return feature <= lastFeature;
  }

  /** A clause: whether it holds the carrier there, and until when. */
  public String sentence(int feature) {
    String holds =
        lastFeature == EVERY
            ? "holds its carrier on every JDK so far"
            : holds(feature)
                ? "holds its carrier; JDK %d and later let go of it".formatted(lastFeature + 1)
                : "lets go of its carrier since JDK " + (lastFeature + 1);
    return note.isEmpty() ? holds : holds + ": " + note;
  }
}
