package io.anteroom.measure.flight;

import java.util.List;

/**
 * What flight recordings of a JDK can show of virtual threads. What can't be shown is never
 * reported as 0.
 *
 * @param key names the subject; stable
 * @param subject what one would like to see
 * @param observable whether a recording of this JDK shows it
 * @param explanation how it is shown, or why it is not
 * @param source the JEP, bug or measurement that says so
 */
public record Observability(
    String key, String subject, boolean observable, String explanation, String source) {
  /** A virtual thread parked and kept its carrier. */
  public static final String PINNED_PARK = "pinning.park";

  /** A virtual thread kept its carrier while it entered a contended monitor. */
  public static final String PINNED_MONITOR_ENTER = "pinning.monitor-enter";

  /** A virtual thread kept its carrier in Object.wait. */
  public static final String PINNED_OBJECT_WAIT = "pinning.object-wait";

  /** The JVM's own words for a pin. */
  public static final String PINNED_REASON = "pinning.reason";

  /** The carrier that was held. */
  public static final String HELD_CARRIER = "pinning.carrier";

  /** A virtual thread blocked in a system call. */
  public static final String BLOCKING_IO = "pinning.blocking-io";

  /** Contended monitors of virtual threads. */
  public static final String CONTENDED_MONITOR = "contention.monitor";

  /** Waits on java.util.concurrent locks. */
  public static final String CONTENDED_LOCK = "contention.lock";

  /** The thread of an event in a live stream. */
  public static final String LIVE_THREAD = "stream.thread";

  private static final int OLDEST = 21;
  private static final String JEP_491 = "JEP 491";

  /** The change's own description of what the event covers. */
  private static final String WIDER_EVENT = "JEP 491, JDK-8338813";

  private static final String NEW_FIELDS = "JEP 491; fields seen on JDK 25 to 28-ea";

  private record Row(
      String key,
      String subject,
      int fromFeature,
      boolean observable,
      String explanation,
      String source) {}

  /** For each key the rows by rising feature; the last that the JDK has reached holds. */
  private static final List<Row> ROWS =
      List.of(
          new Row(
              PINNED_PARK,
              "virtual threads that park and hold their carrier",
              OLDEST,
              true,
              "jdk.VirtualThreadPinned; its default threshold of 20 ms hides short ones",
              "JEP 444"),
          new Row(
              PINNED_MONITOR_ENTER,
              "carriers held while entering a contended monitor",
              OLDEST,
              true,
              "jdk.JavaMonitorEnter of virtual threads; jdk.VirtualThreadPinned leaves them out",
              "measured on JDK 21"),
          new Row(
              PINNED_MONITOR_ENTER,
              "carriers held while entering a contended monitor",
              CarrierHolds.MONITORS_UNMOUNT,
              true,
              "jdk.VirtualThreadPinned; only with a native or VM frame on the stack",
              WIDER_EVENT),
          new Row(
              PINNED_OBJECT_WAIT,
              "carriers held in Object.wait",
              OLDEST,
              true,
              "jdk.JavaMonitorWait of virtual threads; jdk.VirtualThreadPinned leaves them out",
              "measured on JDK 21"),
          new Row(
              PINNED_OBJECT_WAIT,
              "carriers held in Object.wait",
              CarrierHolds.MONITORS_UNMOUNT,
              true,
              "jdk.VirtualThreadPinned; only with a native or VM frame on the stack",
              WIDER_EVENT),
          new Row(
              PINNED_REASON,
              "the JVM's reason for a pin",
              OLDEST,
              false,
              "the event has no such field; the reason is derived from the stack",
              "measured on JDK 21"),
          new Row(
              PINNED_REASON,
              "the JVM's reason for a pin",
              CarrierHolds.MONITORS_UNMOUNT,
              true,
              "fields pinnedReason and blockingOperation",
              NEW_FIELDS),
          new Row(
              HELD_CARRIER,
              "which carrier was held",
              OLDEST,
              false,
              "the event has no such field",
              "measured on JDK 21"),
          new Row(
              HELD_CARRIER,
              "which carrier was held",
              CarrierHolds.MONITORS_UNMOUNT,
              true,
              "field carrierThread",
              NEW_FIELDS),
          new Row(
              BLOCKING_IO,
              "carriers held by files, name look-ups and other system calls",
              OLDEST,
              false,
              "no pinning event is emitted; the canary's lateness shows the harm",
              "JEP 444; measured on JDK 21 and 25 to 28-ea"),
          new Row(
              CONTENDED_MONITOR,
              "virtual threads that wait to enter a monitor",
              OLDEST,
              true,
              "jdk.JavaMonitorEnter of those that got a carrier",
              "measured on JDK 21"),
          new Row(
              CONTENDED_MONITOR,
              "virtual threads that wait to enter a monitor",
              CarrierHolds.MONITORS_UNMOUNT,
              false,
              "they unmount, and no event is emitted; anteroom.Wait shows the waits for rooms",
              JEP_491 + "; measured on JDK 25 to 28-ea"),
          new Row(
              CONTENDED_LOCK,
              "virtual threads that wait for java.util.concurrent locks",
              OLDEST,
              false,
              "they unmount, and jdk.ThreadPark is emitted only for a pinned one;"
                  + " anteroom.Wait shows the waits for rooms",
              "JEP 444; measured on JDK 21 and 25 to 28-ea"),
          new Row(
              LIVE_THREAD,
              "the thread of every event in a live stream",
              OLDEST,
              false,
              "null for many events of virtual threads; complete in a dumped recording",
              "measured on JDK 21"),
          new Row(
              LIVE_THREAD,
              "the thread of every event in a live stream",
              25,
              true,
              "every event names its thread",
              "measured on JDK 25 to 28-ea"));

  /** All that is known of the JDK of that feature number, such as 21; in a stable order. */
  public static List<Observability> ofJdk(int feature) {
    return ROWS.stream().map(Row::key).distinct().map(key -> of(key, feature)).toList();
  }

  /** All that is known of the JDK that this code runs on. */
  public static List<Observability> ofThisJdk() {
    return ofJdk(Runtime.version().feature());
  }

  /**
   * What is known of one subject.
   *
   * @throws IllegalArgumentException if there is no such key, or the JDK is older than 21
   */
  public static Observability of(String key, int feature) {
    return ROWS.stream()
        .filter(row -> row.key.equals(key) && row.fromFeature <= feature)
        .reduce((earlier, later) -> later)
        .map(
            row ->
                new Observability(
                    row.key, row.subject, row.observable, row.explanation, row.source))
        .orElseThrow(
            () -> new IllegalArgumentException("nothing known of " + key + " on JDK " + feature));
  }

  /** One line for a person: what, whether, how or why not, and who says so. */
  public String sentence(int feature) {
    return "%s: %s on JDK %d: %s (%s)"
        .formatted(
            subject, observable ? "observable" : "not observable", feature, explanation, source);
  }
}
