package io.anteroom.run.engine;

import io.anteroom.result.Check;
import io.anteroom.result.PartLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold in every run of journeys, of each pool and of the whole. What was seen of the
 * persons stands against what they have recorded.
 */
record PoolChecks(JourneyStage journey, PoolSamples samples, RoomChecks.Comparing comparing) {
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
            journey::presentNanos,
            "the journeys don't add up to the persons who were seen"));
    for (PoolStage pool : journey.pools) {
      String label = new PartLabel(pool.pool.name(), null).toString();
      RoomChecks rooms = new RoomChecks(pool.mode, label, comparing);
      all.add(rooms.mutualExclusion(pool.violations()));
      all.add(rooms.roomsLeft(allGone, pool.inside()));
      all.add(rooms.littlesLaw(samples.waiting(pool.place), pool::waitNanos));
      all.add(rooms.utilisation(samples.inside(pool.place), pool::holdNanos));
    }
    return all;
  }
}
