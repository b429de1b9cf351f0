package io.anteroom.measure.threads;

import io.anteroom.measure.flight.CallStack;
import io.anteroom.measure.flight.Frame;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where virtual threads were seen that yield again and again, in looks that follow each other
 * quickly. Confined to one thread.
 */
public final class YieldSamples {
  private final Map<String, Place> places = new HashMap<>();
  private int seen;

  /**
   * A method of the application.
   *
   * @param frame where it called {@code Thread.yield}
   * @param samples how often a virtual thread was seen in it
   * @param yields how often it was yielding then
   */
  private record Place(Frame frame, int samples, int yields) {}

  /** Counts the virtual threads on carriers. */
  public void add(ThreadDump print) {
    for (DumpedThread thread : print.threads()) {
      if (thread.carrier() != DumpedThread.NONE && !thread.stack().isEmpty()) {
        seen++;
        Frame cause = new CallStack(thread.stack(), false).cause(frame -> false);
        boolean yields = thread.has(YieldSamples::isYield);
        Place before = places.getOrDefault(cause.name(), new Place(cause, 0, 0));
        places.put(
            cause.name(),
            new Place(
                yields ? cause : before.frame(),
                before.samples() + 1,
                before.yields() + (yields ? 1 : 0)));
      }
    }
  }

  private static boolean isYield(Frame frame) {
    return frame.name().equals("java.lang.Thread.yield");
  }

  /**
   * Where they yield; empty unless of at least ten threads seen on carriers two thirds were
   * yielding in the same method. A program that works between its yields is not often caught at
   * them.
   */
  public Optional<Frame> place() {
    return most().filter(place -> seen >= 10 && place.yields() * 3 >= seen * 2).map(Place::frame);
  }

  /**
   * Whether more looks may find such a place: half of them were yielding in the same method. On a
   * busy machine a carrier without a processor is seen again and again where it stopped.
   */
  public boolean isClose() {
    return most().filter(place -> place.yields() * 2 >= seen).isPresent();
  }

  private Optional<Place> most() {
    return places.values().stream().max(Comparator.comparingInt(Place::yields));
  }
}
