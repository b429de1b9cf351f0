package io.anteroom.run.simulate;

import io.anteroom.result.JourneyParts;
import io.anteroom.result.PartFigures;

/** What a simulated run has counted of its parts. */
record TalliedParts(JourneyTally tally, Flows flows) implements JourneyParts.Cells {
  @Override
  public PartFigures of(int pool, int personClass) {
    return tally.of(pool, personClass).figures(flows.of(pool, personClass).within());
  }

  @Override
  public PartFigures journeysOf(int personClass) {
    return tally.journeysOf(personClass).figures(flows.journeysWithin(personClass));
  }
}
