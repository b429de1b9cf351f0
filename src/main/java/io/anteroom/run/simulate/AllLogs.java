package io.anteroom.run.simulate;

/** Passes everything on to several logs. */
final class AllLogs implements VisitLog {
  private final VisitLog[] logs;

  AllLogs(VisitLog... logs) {
    this.logs = logs.clone();
  }

  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals) {
    for (VisitLog log : logs) {
      log.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
    }
  }

  @Override
  public void enterInTurn(
      int person, long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    for (VisitLog log : logs) {
      log.enterInTurn(person, intendedNanos, enteredNanos, leftNanos, count);
    }
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    for (VisitLog log : logs) {
      log.abandons(person, visit, intendedNanos, atNanos, refusals);
    }
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    for (VisitLog log : logs) {
      log.turnsAway(person, atNanos);
    }
  }

  @Override
  public void violates() {
    for (VisitLog log : logs) {
      log.violates();
    }
  }

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusals) {
    for (VisitLog log : logs) {
      log.leavesWaiting(person, visit, intendedNanos, untilNanos, refusals);
    }
  }
}
