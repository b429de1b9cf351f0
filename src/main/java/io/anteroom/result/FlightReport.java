package io.anteroom.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the flight recording of a run showed.
 *
 * @param settings name of its settings; {@code off}: nothing was recorded, and all else is empty
 * @param missing events of the settings that this JDK lacks
 * @param notObservable what this JDK can't show, each as a sentence with its reason
 * @param otherPins carriers held at another time, or by other virtual threads; null if nothing was
 *     recorded
 * @param contention contended monitors, as far as this JDK shows them
 * @param waitsByRoom waits by the room that they ended in, from the events of ours; the most time
 *     first, the first 100 rooms; empty where those events were not recorded
 * @param events delivered, by name
 * @param lost own events that were committed and not delivered
 * @param problems of the recording, for a person to read
 * @param lagMaxNanos the longest time from an event's end to its delivery
 * @param stopNanos how long stopping took
 */
public record FlightReport(
    String settings,
    List<String> missing,
    List<String> notObservable,
    @Nullable Blocked otherPins,
    @Nullable Blocked contention,
    List<RoomWaits> waitsByRoom,
    Map<String, Long> events,
    long lost,
    List<String> problems,
    long lagMaxNanos,
    long stopNanos) {

  /** Nothing recorded. */
  public static final FlightReport OFF =
      new FlightReport(
          "off", List.of(), List.of(), null, null, List.of(), Map.of(), 0, List.of(), 0, 0);

  /** Why it is not known what held carriers, for a person to read. */
  public String pinsUnknown() {
    return settings.equals(OFF.settings) ? "not recorded (jfr off)" : "not recorded to the end";
  }

  /**
   * Threads that blocked, by cause.
   *
   * @param nanos added up
   * @param sites the most nanoseconds first
   */
  public record Blocked(long count, long nanos, long largestNanos, List<Site> sites) {}

  /**
   * Waits that ended in one room, lateness included.
   *
   * @param room from 1
   */
  public record RoomWaits(int room, long count, long nanos, long largestNanos) {}

  /**
   * A place in the code that blocked.
   *
   * @param frame the first frame of the application
   * @param times null where several merged runs had the place
   */
  public record Site(
      String frame,
      long count,
      long nanos,
      long largestNanos,
      @Nullable Latency times,
      List<Reason> reasons) {}

  /**
   * Why it blocked there.
   *
   * @param stack the whole stack of the most nanoseconds, the top first
   */
  public record Reason(String reason, long count, long nanos, List<String> stack) {}
}
