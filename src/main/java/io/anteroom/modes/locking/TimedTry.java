package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioKey;
import java.util.List;
import java.util.Set;

/**
 * {@code tryLock(timeout)} again and again: each attempt waits in line for the scenario's timeout,
 * and a refused person goes back to the end of it.
 */
final class TimedTry implements LockingMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "timed",
              "tryLock with a timeout, again and again",
              List.of(Line.SHARED, Line.PER_ROOM),
              Set.of(Trait.GIVES_UP),
              List.of(ScenarioKey.TIMEOUT),
              new Discipline.Requeue()),
          TimedTry::new);

  private final Doors doors;
  private final long timeoutNanos;

  TimedTry(Premises premises) {
    this(Doors.of(premises), premises.scenario());
  }

  TimedTry(Doors doors, Scenario scenario) {
    this.doors = doors;
    this.timeoutNanos = scenario.locking().timeout().toNanos();
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    Door door = doors.choose(visit);
    try {
      return visit(visit, door);
    } finally {
      doors.left(door);
    }
  }

  private boolean visit(Visit visit, Door door) throws InterruptedException {
    Room room;
    while ((room = door.tryOpen(Math.min(timeoutNanos, visit.patienceLeftNanos()))) == null) {
      visit.refused();
      if (visit.patienceLeftNanos() <= 0) {
        return false;
      }
    }
    door.stay(visit, room);
    return true;
  }
}
