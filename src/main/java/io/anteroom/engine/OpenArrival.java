package io.anteroom.engine;

import io.anteroom.result.Offer;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.schedule.ArrivalTimes;
import java.time.Duration;

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
  public Offer letIn() {
    long measuredArrivals = 0;
    long endedBefore = 0;
    long startNanos = 0;
    long latestNanos = 0;
    int index = 0;
    for (long due = times.nextNanos(); due != ArrivalTimes.NONE; due = times.nextNanos()) {
      if (!awaitTime(due)) {
        break;
      }
      latestNanos = due;
      if (stage.schedule.measured(index, 0, due)) {
        if (measuredArrivals == 0) {
          startNanos = index == 0 ? 0 : due;
          endedBefore = ended();
        }
        measuredArrivals++;
      }
      letIn(index++, due);
    }
    long lateNanos = Math.max(stage.now() - latestNanos, 0);
    long endNanos = awaitEndOfArrivals(latestNanos);
    long ended = ended() - endedBefore;
    long waiting = Math.max(stage.roster.present() - stage.lookIntoRooms().persons(), 0);
    return new Offer(measuredArrivals, ended, startNanos, endNanos, waiting, lateNanos);
  }

  private void letIn(int index, long due) {
    Integer limit = stage.scenario.demand().limit();
    if (limit != null && stage.roster.present() >= limit) {
      stage.census.turnsAway();
      stage.firstVisits.turnsAway(index, due);
    } else {
      stage.recorder(index, 0, due).late(stage.now() - due);
      stage.roster.enters(new Person(stage, index, due));
    }
  }

  private long ended() {
    return stage.lookIntoRooms().left() + stage.census.abandoned();
  }

  private long awaitEndOfArrivals(long latestNanos) {
    Demand demand = stage.scenario.demand();
    Duration duration = demand.duration();
    if (duration == null || demand.visits() != null) {
      return latestNanos;
    }
    return awaitTime(duration.toNanos()) ? duration.toNanos() : stage.now();
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
