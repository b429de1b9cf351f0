package io.anteroom.engine;

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
    for (int index = 0; index < persons && !stage.stopping(); index++) {
      roster.enters(new Person(stage, roster, index, 0));
    }
    return new Offer(0, 0, 0, 0, 0, 0);
  }
}
