package io.anteroom.run.simulate;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.scenario.Slowdown;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A random scenario, and what the plain simulator told of it. */
record Told(long seed, Scenario scenario, Schedule schedule, LoggedVisits log) {
  private static final int SEEDS = 1_000;

  /** Where the scenario alone does not say which room a visit goes to. */
  static final int ANY_ROOM = -1;

  /** What the properties are checked on. */
  static Stream<Told> all() {
    return LongStream.range(0, SEEDS).mapToObj(Told::of);
  }

  private static Told of(long seed) {
    Scenario scenario = RandomSimulation.of(seed);
    return new Told(seed, scenario, new Schedule(scenario), Simulations.naively(scenario));
  }

  Discipline discipline() {
    return scenario.locking().discipline();
  }

  boolean open() {
    return scenario.demand().arrivals().open();
  }

  boolean atWill() {
    return discipline() instanceof Discipline.AtWill;
  }

  /** Whether persons stand in one line, so that no room is free while somebody waits. */
  boolean oneLine() {
    return sharedLine() && !(discipline() instanceof Discipline.Polling);
  }

  /** Whether each line is served in the order of arrival. */
  boolean inOrderOfArrival() {
    return discipline() instanceof Discipline.InLine && scenario.locking().order() == Order.FIFO;
  }

  private boolean sharedLine() {
    return scenario.facility().line() == Line.SHARED;
  }

  int rooms() {
    return scenario.facility().rooms();
  }

  long durationNanos() {
    Duration duration = scenario.demand().duration();
    return duration == null ? Long.MAX_VALUE : duration.toNanos();
  }

  long stopNanos() {
    return durationNanos() == Long.MAX_VALUE ? Long.MAX_VALUE : 2 * durationNanos();
  }

  /** The room that a visit goes to as far as the scenario alone tells; else {@link #ANY_ROOM}. */
  int room(Fate fate) {
    if (sharedLine()) {
      return ANY_ROOM;
    }
    return switch (scenario.facility().choice()) {
      case STICKY -> fate.person() % rooms();
      case RANDOM -> schedule.randomRoom(schedule.newDraws(), fate.person(), fate.visit());
      case ROUND_ROBIN ->
          open() && scenario.demand().limit() == null ? fate.person() % rooms() : ANY_ROOM;
      case SHORTEST -> ANY_ROOM;
    };
  }

  boolean reads(Fate fate) {
    return schedule.reads(schedule.newDraws(), fate.person(), fate.visit());
  }

  /** How long whoever enters then stays: as long as is drawn, and longer in a slowdown. */
  long stayNanos(Fate fate, long enteredNanos) {
    long drawn = schedule.holdNanos(schedule.newDraws(), fate.person(), fate.visit());
    Slowdown slowdown = scenario.stay().slowdown();
    return slowdown == null ? drawn : slowdown.stretchedNanos(enteredNanos, drawn);
  }

  long patienceNanos(Fate fate) {
    return schedule.patienceNanos(schedule.newDraws(), fate.person(), fate.visit());
  }

  /** The visits of a person, in order. */
  List<Fate> fatesOf(int person) {
    return log.fates().stream().filter(fate -> fate.person() == person).toList();
  }

  @Override
  public String toString() {
    return "seed " + seed + "\n" + ScenarioText.write(scenario);
  }
}
