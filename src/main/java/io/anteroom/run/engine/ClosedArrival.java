package io.anteroom.run.engine;

import io.anteroom.measure.ArrivalCount;
import io.anteroom.scenario.Arrivals;

/** A closed model: all persons are let in at once, and come back by themselves. */
final class ClosedArrival implements Arrival {
  private final Stage stage;

  ClosedArrival(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Arrived letIn() {
    int persons = stage.scenario.demand().persons();
    boolean atOnce = stage.scenario.demand().arrivals() instanceof Arrivals.AtOnce;
    for (int index = 0; index < persons && !stage.stopping(); index++) {
      if (atOnce) {
        stage.recorder(index, 0).late(index, stage.now());
      }
      stage.roster.enters(stage.newPerson(index, 0));
    }
    return new Arrived(new ArrivalCount(), 0, 0);
  }
}
