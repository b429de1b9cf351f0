package io.anteroom.measure.flight;

import java.time.Instant;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;

/**
 * A thread waited to enter a contended monitor: {@code jdk.JavaMonitorEnter}. From JDK 24 on the
 * JDK tells it of platform threads only.
 *
 * @param durationNanos how long, in nanoseconds
 * @param monitorClass the class of the object whose monitor it was
 */
public record MonitorEntry(
    Instant start, long durationNanos, String monitorClass, CallStack stack, SeenThread thread) {
  static final String EVENT = "jdk.JavaMonitorEnter";

  /** The entry that the event tells of; empty where it is another event. */
  public static Optional<MonitorEntry> of(RecordedEvent event) {
    if (!event.getEventType().getName().equals(EVENT)) {
      return Optional.empty();
    }
    CallStack stack = CallStack.of(event.getStackTrace());
    RecordedClass monitor = event.getClass("monitorClass");
    return Optional.of(
        new MonitorEntry(
            event.getStartTime(),
            event.getDuration().toNanos(),
            monitor == null ? "(unknown)" : monitor.getName(),
            stack,
            SeenThread.of(event, stack)));
  }
}
