package io.anteroom.run.engine;

import io.anteroom.measure.TimeAverage;
import io.anteroom.result.Presence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of each pool of a run of journeys, now and then: persons who wait and persons in its
 * rooms. Confined to the thread of the observer.
 */
final class PoolSamples {
  /** Fewer samples are no figure. */
  private static final long LEAST_SAMPLES = 20;

  private final Stage stage;
  private final JourneyStage journey;
  private final List<TimeAverage> waiting = new ArrayList<>();
  private final List<TimeAverage> inside = new ArrayList<>();
  private final TimeAverage present = new TimeAverage();

  /** In the measured part of the run. */
  private final TimeAverage measuredWaiting = new TimeAverage();

  private final TimeAverage measuredPresent = new TimeAverage();

  PoolSamples(Stage stage, JourneyStage journey) {
    this.stage = stage;
    this.journey = journey;
    journey.pools.forEach(
        pool -> {
          waiting.add(new TimeAverage());
          inside.add(new TimeAverage());
        });
  }

  /**
   * Looks at all pools.
   *
   * @param waitingNow persons who wait for any of them
   */
  void sample(long now, long waitingNow) {
    long presentNow = stage.roster.present() - stage.census.thinking();
    present.add(now, presentNow);
    if (stage.window.contains(now)) {
      measuredWaiting.add(now, waitingNow);
      measuredPresent.add(now, presentNow);
    }
    for (PoolStage pool : journey.pools) {
      waiting.get(pool.place).add(now, pool.waiting());
      inside.get(pool.place).add(now, pool.inside());
    }
  }

  /** How many persons were present in the measured part; null where that was not seen. */
  @Nullable Presence presence() {
    return measuredPresent.samples() < LEAST_SAMPLES
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
