package io.anteroom.scenario.schedule;

/**
 * The intended arrival times of an open model, in order. Mutable; confined to one thread. Two of
 * the same schedule give the same times.
 */
public interface ArrivalTimes {
  /** What {@link #nextNanos} returns when nobody arrives any more. */
  long NONE = Long.MAX_VALUE;

  /** The next arrival in nanoseconds since the start of the run, or {@link #NONE}. */
  long nextNanos();
}
