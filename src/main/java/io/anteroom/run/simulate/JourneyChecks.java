package io.anteroom.run.simulate;

import io.anteroom.result.Check;
import io.anteroom.result.PartLabel;
import io.anteroom.scenario.NamedPool;
import java.util.ArrayList;
import java.util.List;

/** The checks of every simulated run of journeys, for each pool and for the whole. */
record JourneyChecks(List<NamedPool> pools, JourneyTally tally, JourneyCalendar calendar) {
  /** All of them. */
  List<Check> all() {
    List<Check> all = new ArrayList<>();
    all.add(Check.durations(tally.range.tooLong(), tally.range.negative()));
    all.add(Check.exact("counts", tally.begun, tally.over, "journeys were lost or told twice"));
    all.add(ofJourneys());
    for (int pool = 0; pool < pools.size(); pool++) {
      PoolLaws laws = laws(new PartLabel(pools.get(pool).name(), null).toString());
      all.add(laws.mutualExclusion(calendar.mostInside(pool), pools.get(pool).facility().rooms()));
      all.add(laws.littlesLaw(calendar.flows().lineNanos(pool), tally.waitNanos(pool)));
      all.add(laws.utilisation(calendar.flows().insideNanos(pool), tally.holdNanos(pool)));
    }
    return all;
  }

  /** Little's law for the whole: persons present, and how long their journeys took. */
  private Check ofJourneys() {
    return laws("")
        .compare(
            "littles-law",
            calendar.flows().presentNanos(),
            tally.journeyNanos,
            "the journeys don't add up to the persons present over time");
  }

  private PoolLaws laws(String label) {
    return new PoolLaws(label, calendar.lastNanos(), calendar.interrupted());
  }
}
