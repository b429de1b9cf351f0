package io.anteroom.locking;

import io.anteroom.schedule.Schedule;

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

  /** How long a person sleeps after its n-th attempt, in nanoseconds. */
  @FunctionalInterface
  interface PauseLength {
    long nanos(Visit visit, long attempt);
  }

  private final Doors doors;
  private final Pause pause;

  Polling(Premises premises, Pause pause) {
    this.doors = Doors.of(premises);
    this.pause = pause;
  }

  /**
   * Polling with pauses in which the person sleeps: those of the scenario's {@code retry} where it
   * has one, else the mode's own. No pause outlasts the person's patience.
   */
  static Polling sleeping(Premises premises, PauseLength own) {
    Schedule schedule = premises.schedule();
    PauseLength length =
        premises.scenario().locking().retry() == null
            ? own
            : (visit, attempt) ->
                schedule.retryNanos(visit.draws(), visit.person(), visit.number(), attempt);
    return new Polling(
        premises,
        (visit, attempt) ->
            premises
                .clock()
                .sleepNanos(Math.min(length.nanos(visit, attempt), visit.patienceLeftNanos())));
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
    try {
      visit.stay(room);
    } finally {
      door.close(room);
    }
    return true;
  }
}
