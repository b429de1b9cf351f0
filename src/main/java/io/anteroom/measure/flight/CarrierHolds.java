package io.anteroom.measure.flight;

import io.anteroom.measure.flight.CarrierHold.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * Finds the held carriers in the events of one JVM. Safe for all threads.
 *
 * <p>Up to JDK 23 {@code jdk.VirtualThreadPinned} covers parks only, while a virtual thread also
 * holds its carrier when it enters a contended monitor and in {@code Object.wait}: there the three
 * events together are the held carriers, and none of them lies within another. {@code
 * jdk.ThreadPark} is left out: it says again what Pinned says. From JDK 24 on (JEP 491) Pinned
 * covers all three, and the monitor events of virtual threads tell nothing about carriers.
 */
public final class CarrierHolds {
  /** Where carriers are held for a larger share of their time, those who wait, wait for them. */
  public static final double MOST_SHARE = 0.5;

  /** The first JDK whose monitors do not hold carriers: JEP 491. */
  static final int MONITORS_UNMOUNT = 24;

  private final Set<Kind> kinds;
  private final AtomicLong undecided = new AtomicLong();

  private CarrierHolds(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /** For events of the JVM that this code runs on. */
  public static CarrierHolds ofThisJdk() {
    return ofJdk(Runtime.version().feature());
  }

  /** For events of a JVM of that feature number, such as 21. */
  public static CarrierHolds ofJdk(int feature) {
    return new CarrierHolds(
        feature < MONITORS_UNMOUNT ? EnumSet.allOf(Kind.class) : EnumSet.of(Kind.PINNED));
  }

  /** For a recording whose JDK is told by the fields of its events alone. */
  public static CarrierHolds ofRecording(List<EventType> types) {
    boolean hasReason =
        types.stream()
            .filter(type -> type.getName().equals(Kind.PINNED.eventName()))
            .anyMatch(type -> type.getField("pinnedReason") != null);
    return ofJdk(hasReason ? MONITORS_UNMOUNT : MONITORS_UNMOUNT - 1);
  }

  /** The names of the events that matter. */
  public List<String> eventNames() {
    return kinds.stream().map(Kind::eventName).toList();
  }

  /** The held carrier that the event tells of; empty where it does not. */
  public Optional<CarrierHold> of(RecordedEvent event) {
    String name = event.getEventType().getName();
    return kinds.stream()
        .filter(kind -> kind.eventName().equals(name))
        .findFirst()
        .flatMap(kind -> hold(kind, event));
  }

  private Optional<CarrierHold> hold(Kind kind, RecordedEvent event) {
    CallStack stack = CallStack.of(event.getStackTrace());
    SeenThread thread = SeenThread.of(event, stack);
    if (kind == Kind.PINNED) {
      thread = new SeenThread(SeenThread.Kind.VIRTUAL, thread.name(), thread.id());
    }
    if (thread.kind() == SeenThread.Kind.UNDECIDED) {
      undecided.incrementAndGet();
    }
    if (thread.kind() != SeenThread.Kind.VIRTUAL) {
      return Optional.empty();
    }
    return Optional.of(
        new CarrierHold(
            event.getStartTime(),
            event.getDuration().toNanos(),
            kind,
            reason(kind, event, stack),
            text(event, "blockingOperation"),
            stack,
            thread,
            carrier(event)));
  }

  private static String reason(Kind kind, RecordedEvent event, CallStack stack) {
    String pinnedReason = text(event, "pinnedReason");
    return pinnedReason == null ? HoldReason.of(kind, stack) : pinnedReason;
  }

  private static @Nullable String carrier(RecordedEvent event) {
    if (!event.hasField("carrierThread")) {
      return null;
    }
    RecordedThread carrier = event.getThread("carrierThread");
    return carrier == null ? null : carrier.getJavaName();
  }

  private static @Nullable String text(RecordedEvent event, String field) {
    return event.hasField(field) ? event.getString(field) : null;
  }

  /**
   * Monitor events that had neither a thread nor a complete stack, so that nobody can tell whether
   * a virtual thread held its carrier. They are not among the holds.
   */
  public long undecided() {
    return undecided.get();
  }
}
