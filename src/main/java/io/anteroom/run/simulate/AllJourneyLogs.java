package io.anteroom.run.simulate;

/** Passes everything on to several logs of journeys. */
final class AllJourneyLogs implements JourneyLog {
  private final JourneyLog[] logs;

  AllJourneyLogs(JourneyLog... logs) {
    this.logs = logs.clone();
  }

  @Override
  public void begins(int person, long visit, int personClass, boolean counts, long intendedNanos) {
    for (JourneyLog log : logs) {
      log.begins(person, visit, personClass, counts, intendedNanos);
    }
  }

  @Override
  public void stays(long arrivedNanos, long enteredNanos, long untilNanos) {
    for (JourneyLog log : logs) {
      log.stays(arrivedNanos, enteredNanos, untilNanos);
    }
  }

  @Override
  public void leaves(
      int person,
      long visit,
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long enteredNanos,
      long leftNanos) {
    for (JourneyLog log : logs) {
      log.leaves(person, visit, personClass, counts, step, arrivedNanos, enteredNanos, leftNanos);
    }
  }

  @Override
  public void givesUp(
      int person,
      long visit,
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long atNanos) {
    for (JourneyLog log : logs) {
      log.givesUp(person, visit, personClass, counts, step, arrivedNanos, atNanos);
    }
  }

  @Override
  public void completes(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long atNanos) {
    for (JourneyLog log : logs) {
      log.completes(person, visit, personClass, counts, intendedNanos, waitNanos, atNanos);
    }
  }

  @Override
  public void abandons(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long atNanos) {
    for (JourneyLog log : logs) {
      log.abandons(person, visit, personClass, counts, intendedNanos, waitNanos, atNanos);
    }
  }

  @Override
  public void turnsAway(int person, int personClass, boolean counts, long atNanos) {
    for (JourneyLog log : logs) {
      log.turnsAway(person, personClass, counts, atNanos);
    }
  }

  @Override
  public void waitsStill(
      int personClass, boolean counts, int step, long arrivedNanos, long untilNanos) {
    for (JourneyLog log : logs) {
      log.waitsStill(personClass, counts, step, arrivedNanos, untilNanos);
    }
  }

  @Override
  public void holdsStill(
      int personClass,
      boolean counts,
      int step,
      long arrivedNanos,
      long enteredNanos,
      long untilNanos) {
    for (JourneyLog log : logs) {
      log.holdsStill(personClass, counts, step, arrivedNanos, enteredNanos, untilNanos);
    }
  }

  @Override
  public void isCut(
      int person,
      long visit,
      int personClass,
      boolean counts,
      long intendedNanos,
      long waitNanos,
      long untilNanos) {
    for (JourneyLog log : logs) {
      log.isCut(person, visit, personClass, counts, intendedNanos, waitNanos, untilNanos);
    }
  }
}
