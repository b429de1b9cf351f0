package io.anteroom.measure.threads;

import io.anteroom.measure.flight.CallStack;
import io.anteroom.measure.flight.Frame;

/**
 * A carrier that has had the same virtual thread on it in every look since a first one, which
 * computed all the time or waited all the time.
 *
 * @param carrier the carrier's name
 * @param thread the virtual thread, as the last look showed it
 * @param nanos from the first of these looks to the last; 0: there was one
 * @param blocked the carrier used no processor time meanwhile: the virtual thread waits and keeps
 *     its carrier; else it computes
 */
public record CarrierHeld(String carrier, DumpedThread thread, long nanos, boolean blocked) {
  /** The first frame of the application; that of the top where there is none. */
  public Frame cause() {
    return new CallStack(thread.stack(), false).cause(frame -> false);
  }

  /** The same with the virtual thread as another dump tells of it, where it does. */
  public CarrierHeld placedBy(ThreadDump dump) {
    return dump.thread(thread.id())
        .map(told -> new CarrierHeld(carrier, told, nanos, blocked))
        .orElse(this);
  }

  /** Whether its stack is known. */
  public boolean isPlaced() {
    return !thread.stack().isEmpty();
  }
}
