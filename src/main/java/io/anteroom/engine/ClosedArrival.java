package io.anteroom.engine;

import io.anteroom.result.Offer;
import io.anteroom.scenario.Arrivals;

/** A closed model: all persons are let in at once, and come back by themselves. */
final class ClosedArrival implements Arrival {
  private final Stage stage;
  private final Roster roster;

  ClosedArrival(Stage stage, Roster roster) {
    this.stage = stage;
    this.roster = roster;
  }

  @Override
  public Offer letIn() {
    int persons = stage.scenario.demand().persons();
    boolean atOnce = stage.scenario.demand().arrivals() instanceof Arrivals.AtOnce;
    for (int index = 0; index < persons && !stage.stopping(); index++) {
      if (atOnce) {
        stage.recorder(index, 0, 0).late(stage.now());
      }
      roster.enters(new Person(stage, roster, index, 0));
    }
    return new Offer(0, 0, 0, 0, 0, 0);
  }
}
