package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.schedule.Schedule;

/**
 * {@code tryLock()} in a loop, with a pause between two attempts: all polling modes are this loop
 * with a pause of their own.
 */
final class Polling implements LockingMode {
  /** What a person does between two attempts. Safe for use by any number of threads. */
  @FunctionalInterface
  interface Pause {
    /**
     * Pauses after an attempt.
     *
     * @param attempt how many attempts the visit has made
     * @throws InterruptedException if the person is interrupted
     */
    void pause(Visit visit, long attempt) throws InterruptedException;
  }

  private final Doors doors;
  private final Pause pause;

  Polling(Premises premises, Pause pause) {
    this.doors = Doors.of(premises);
    this.pause = pause;
  }

  /** Polling with pauses in which the person sleeps, never longer than its patience. */
  static Polling sleeping(Premises premises, Discipline.Polling pauses) {
    Schedule schedule = premises.schedule();
    return new Polling(
        premises,
        (visit, attempt) -> {
          long nanos =
              schedule.pauseNanos(visit.draws(), visit.person(), visit.number(), attempt, pauses);
          premises.clock().sleepNanos(Math.min(nanos, visit.patienceLeftNanos()));
        });
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
    for (long attempt = 1; (room = door.tryOpen()) == null; attempt++) {
      visit.refused();
      if (visit.patienceLeftNanos() <= 0) {
        return false;
      }
      pause.pause(visit, attempt);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    door.stay(visit, room);
    return true;
  }
}
