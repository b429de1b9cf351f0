package io.anteroom.measure.flight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread blocked for a while and kept its carrier.
 *
 * @param durationNanos how long, in nanoseconds
 * @param reason why: the JVM's own text on JDK 24 and later, else derived from kind and stack
 * @param operation what blocked; null where the JDK does not say
 * @param thread the virtual thread
 * @param carrier the carrier's name; null where the JDK does not say (before JDK 24)
 */
public record CarrierHold(
    Instant start,
    long durationNanos,
    Kind kind,
    String reason,
    @Nullable String operation,
    CallStack stack,
    SeenThread thread,
    @Nullable String carrier) {
  /** Which event tells it. */
  public enum Kind {
    /** {@code jdk.VirtualThreadPinned}. */
    PINNED("jdk.VirtualThreadPinned"),
    /** {@code jdk.JavaMonitorEnter} of a virtual thread, before JDK 24. */
    MONITOR_ENTER("jdk.JavaMonitorEnter"),
    /** {@code jdk.JavaMonitorWait} of a virtual thread, before JDK 24. */
    MONITOR_WAIT("jdk.JavaMonitorWait");

    private final String eventName;

    Kind(String eventName) {
      this.eventName = eventName;
    }

    /** The name of the JDK's event. */
    public String eventName() {
      return eventName;
    }
  }
}
