package io.anteroom.run.engine;

import io.anteroom.measure.ArrivalCount;
import io.anteroom.scenario.schedule.ArrivalTimes;

/** An open model: each arrival is a new person, let in at its intended time whoever is present. */
final class OpenArrival implements Arrival {
  /** Parking overshoots by about this much; what remains before an arrival is spun away. */
  private static final long SPIN_NANOS = 70_000;

  /** No pause is longer, so that a stop is noticed. */
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  private final Stage stage;
  private final ArrivalTimes times;

  OpenArrival(Stage stage) {
    this.stage = stage;
    this.times = stage.schedule.arrivals();
  }

  @Override
  public Arrived letIn() {
    ArrivalCount count = new ArrivalCount();
    int index = 0;
    for (long due = times.nextNanos(); due != ArrivalTimes.NONE; due = times.nextNanos()) {
      if (!awaitTime(due)) {
        break;
      }
      stage.window.begins(index, due);
      boolean measured = stage.measured(index, due);
      count.arrives(due, measured);
      letIn(index++, due, measured);
    }
    long lateNanos = Math.max(stage.now() - count.latestNanos(), 0);
    if (!stage.stopping()) {
      stage.window.arrivalsEnd(index, count.latestNanos());
      boolean unused = awaitTime(stage.window.endNanos());
    }
    long waiting = stage.waiting(stage.lookIntoRooms());
    return new Arrived(count, waiting, lateNanos);
  }

  private void letIn(int index, long due, boolean measured) {
    if (stage.isFull()) {
      stage.turnsAway(index, due, measured);
    } else {
      stage.recorder(index, due).late(index, stage.now() - due);
      stage.roster.enters(stage.newPerson(index, due));
    }
  }

  /**
   * Waits for a time; false if the run is being stopped. Far arrivals are met to the microsecond by
   * parking and then spinning, close ones only by parking: a pacer that spins all the time takes
   * the core that the persons need.
   */
  private boolean awaitTime(long due) {
    long left = due - stage.now();
    boolean spins = left > 2 * SPIN_NANOS;
    while (left > 0 && !stage.stopping()) {
      if (!spins) {
        stage.parkUntil(due);
      } else if (left > SPIN_NANOS) {
        stage.parkUntil(due - Math.max(SPIN_NANOS, left - LONGEST_PAUSE_NANOS));
      } else {
        stage.spinUntil(due);
      }
      left = due - stage.now();
    }
    return !stage.stopping();
  }
}
