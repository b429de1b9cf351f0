package io.anteroom.run.engine;

import io.anteroom.measure.TimeAverage;
import io.anteroom.result.Presence;
import io.anteroom.scenario.schedule.MeasuredWindow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of each pool of a run of journeys, now and then: persons who wait and persons in its
 * rooms. Confined to the thread of the observer.
 */
final class PoolSamples {
  private final MeasuredWindow window;
  private final List<TimeAverage> waiting = new ArrayList<>();
  private final List<TimeAverage> inside = new ArrayList<>();
  private final TimeAverage present = new TimeAverage();

  /** In the measured part of the run. */
  private final TimeAverage measuredWaiting = new TimeAverage();

  private final TimeAverage measuredPresent = new TimeAverage();

  /**
   * What there is to see at a moment.
   *
   * @param present persons on their journeys
   * @param waiting persons who wait, by pool
   * @param inside persons in rooms, by pool
   */
  record Look(long present, List<Long> waiting, List<Long> inside) {}

  PoolSamples(MeasuredWindow window, JourneyStage journey) {
    this.window = window;
    journey.pools.forEach(
        pool -> {
          waiting.add(new TimeAverage());
          inside.add(new TimeAverage());
        });
  }

  /** Looks at all pools. */
  static Look look(long present, JourneyStage journey) {
    return new Look(
        present,
        journey.pools.stream().map(PoolStage::waiting).toList(),
        journey.pools.stream().map(PoolStage::inside).toList());
  }

  /**
   * Adds what was seen as a sample of that time.
   *
   * @param waitingNow persons who waited for any of the pools
   */
  void add(long now, long waitingNow, Look seen) {
    present.add(now, seen.present);
    if (window.contains(now)) {
      measuredWaiting.add(now, waitingNow);
      measuredPresent.add(now, seen.present);
    }
    for (int pool = 0; pool < waiting.size(); pool++) {
      waiting.get(pool).add(now, seen.waiting.get(pool));
      inside.get(pool).add(now, seen.inside.get(pool));
    }
  }

  /** How many persons were present in the measured part; null where that was not seen. */
  @Nullable Presence presence() {
    return measuredPresent.samples() < Observer.LEAST_SAMPLES
        ? null
        : Presence.of(measuredWaiting.average(), measuredPresent.average(), null);
  }

  /** Persons who waited for a pool. */
  TimeAverage waiting(int pool) {
    return waiting.get(pool);
  }

  /** Persons in rooms of a pool. */
  TimeAverage inside(int pool) {
    return inside.get(pool);
  }

  /** Persons on their journeys. */
  TimeAverage present() {
    return present;
  }
}
