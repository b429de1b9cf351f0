package io.anteroom.run.engine;

import io.anteroom.measure.TimeAverage;
import io.anteroom.result.Check;
import io.anteroom.result.PartLabel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in every run of journeys, of each pool and of the whole. What was seen of the
 * persons stands against what they have recorded.
 */
record PoolChecks(JourneyStage journey, PoolSamples samples, Comparing comparing) {
  /** Holds what was sampled against the sum of what was recorded, as far as that can be judged. */
  @FunctionalInterface
  interface Comparing {
    Check compare(String name, TimeAverage sampled, double personNanos, String reasonIfFailed);
  }

  /**
   * All of them.
   *
   * @param allGone whether all could be freed, so that every room must be empty
   */
  List<Check> all(boolean allGone) {
    List<Check> all = new ArrayList<>();
    all.add(
        comparing.compare(
            "littles-law",
            samples.present(),
            journey.presentNanos(),
            "the journeys don't add up to the persons who were seen"));
    for (PoolStage pool : journey.pools) {
      String label = new PartLabel(pool.pool.name(), null).toString();
      all.add(mutualExclusion(pool, label));
      all.add(roomsLeft(pool, label, allGone));
      all.add(
          comparing.compare(
              "littles-law" + label,
              samples.waiting(pool.place),
              pool.waitNanos(),
              "the waits don't add up to the line that was seen"));
      all.add(utilisation(pool, label));
    }
    return all;
  }

  private static @Nullable String excused(PoolStage pool) {
    return pool.mode.excludes() ? null : "this locking mode does not exclude anybody";
  }

  private static Check mutualExclusion(PoolStage pool, String label) {
    String name = "mutual-exclusion" + label;
    String excuse = excused(pool);
    return excuse == null
        ? Check.exact(name, 0, pool.violations(), "persons entered occupied rooms")
        : Check.notJudged(name, excuse);
  }

  private static Check roomsLeft(PoolStage pool, String label, boolean allGone) {
    String name = "rooms-left" + label;
    return allGone
        ? Check.exact(name, 0, pool.inside(), "a room was entered and never left")
        : Check.notJudged(name, "not every person could be freed");
  }

  private Check utilisation(PoolStage pool, String label) {
    String name = "utilisation" + label;
    return excused(pool) == null
        ? comparing.compare(
            name,
            samples.inside(pool.place),
            pool.holdNanos(),
            "the holds don't add up to the rooms occupied")
        : Check.notJudged(name, "a room holds any number of persons");
  }
}
