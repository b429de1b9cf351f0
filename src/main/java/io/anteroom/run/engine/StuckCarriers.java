package io.anteroom.run.engine;

import io.anteroom.measure.flight.CallStack;
import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.flight.KnownHold;
import io.anteroom.measure.threads.CarrierHeld;
import io.anteroom.measure.threads.CarriersNow;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The carriers of a run that got stuck.
 *
 * @param carriers how many there were; 0: not observable
 * @param held how many were held by virtual threads that waited
 * @param nanos for how long, at least; 0: none was held
 * @param frame where the one that was held longest was held; empty where that is not known
 */
record StuckCarriers(int carriers, int held, long nanos, String frame) {
  /** What two looks, the first one while nothing moved already, tell of them. */
  static StuckCarriers of(CarriersNow now, Roster roster) {
    List<CarrierHeld> held = now.heldFor(1);
    return new StuckCarriers(
        now.carriers(),
        held.size(),
        held.isEmpty() ? 0 : held.getLast().nanos(),
        held.isEmpty() ? "" : frame(held.getFirst(), roster));
  }

  /** Before JDK 23 a look tells no stacks, but a person can be asked for its own. */
  private static String frame(CarrierHeld held, Roster roster) {
    if (held.isPlaced()) {
      return held.cause().toString();
    }
    AtomicReference<String> frame = new AtomicReference<>("");
    roster.forEach(
        person -> {
          Thread thread = person.thread();
          if (thread != null && thread.threadId() == held.thread().id()) {
            frame.setPlain(cause(thread.getStackTrace()));
          }
        });
    return frame.getPlain();
  }

  private static String cause(StackTraceElement[] stack) {
    List<Frame> frames =
        Arrays.stream(stack).map(element -> Frame.parse(element.toString())).toList();
    return frames.isEmpty() ? "" : new CallStack(frames, false).cause(frame -> false).toString();
  }

  /** A clause on who held them; that persons wait in that mode, where nobody did. */
  String clause(String mode) {
    if (carriers == 0) {
      return "the carriers were idle or held by persons who wait in mode " + mode;
    }
    if (held == 0) {
      return "no carrier was held, and persons wait in mode " + mode;
    }
    String by = frame.isEmpty() ? "in mode " + mode : "in " + frame;
    return held == carriers
        ? "all %d carriers are held by virtual threads that wait %s".formatted(carriers, by)
        : "%d of %d carriers %s held by virtual threads that wait %s"
            .formatted(held, carriers, held == 1 ? "is" : "are", by);
  }

  /** Whether holding carriers may be why nothing moves. */
  boolean mayBeWhy() {
    return carriers == 0 || held > 0;
  }

  /** A sentence on what to do about it, where something is known for a JDK of that feature. */
  String remedy(int feature) {
    return mayBeWhy() && KnownHold.of("hold.object-wait").holds(feature)
        ? " On JDK 21 to 23 whoever waits in a monitor holds its carrier; use a"
            + " java.util.concurrent lock, more carriers, or JDK 24 or later."
        : "";
  }
}
