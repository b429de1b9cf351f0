package io.anteroom.run.simulate;

/** Passes everything on to several logs of journeys. */
final class AllJourneyLogs implements JourneyLog {
  private final JourneyLog[] logs;

  AllJourneyLogs(JourneyLog... logs) {
    this.logs = logs.clone();
  }

  @Override
  public void begins(JourneyingPerson who) {
    for (JourneyLog log : logs) {
      log.begins(who);
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
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long leftNanos) {
    for (JourneyLog log : logs) {
      log.leaves(who, step, arrivedNanos, enteredNanos, leftNanos);
    }
  }

  @Override
  public void givesUp(JourneyingPerson who, int step, long arrivedNanos, long atNanos) {
    for (JourneyLog log : logs) {
      log.givesUp(who, step, arrivedNanos, atNanos);
    }
  }

  @Override
  public void completes(JourneyingPerson who, long atNanos) {
    for (JourneyLog log : logs) {
      log.completes(who, atNanos);
    }
  }

  @Override
  public void abandons(JourneyingPerson who, long atNanos) {
    for (JourneyLog log : logs) {
      log.abandons(who, atNanos);
    }
  }

  @Override
  public void turnsAway(int person, int personClass, boolean counts, long atNanos) {
    for (JourneyLog log : logs) {
      log.turnsAway(person, personClass, counts, atNanos);
    }
  }

  @Override
  public void waitsStill(JourneyingPerson who, int step, long arrivedNanos, long untilNanos) {
    for (JourneyLog log : logs) {
      log.waitsStill(who, step, arrivedNanos, untilNanos);
    }
  }

  @Override
  public void holdsStill(
      JourneyingPerson who, int step, long arrivedNanos, long enteredNanos, long untilNanos) {
    for (JourneyLog log : logs) {
      log.holdsStill(who, step, arrivedNanos, enteredNanos, untilNanos);
    }
  }

  @Override
  public void isCut(JourneyingPerson who, long untilNanos) {
    for (JourneyLog log : logs) {
      log.isCut(who, untilNanos);
    }
  }
}
