package io.anteroom.run.simulate;

/** The logs of a detailed run; each is told everything. */
record AllLogs(VisitTally tally, RunTimeline course, Allotment allotment) implements VisitLog {
  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals) {
    tally.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
    course.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
    allotment.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
  }

  @Override
  public void enterInTurn(
      int person, long[] intendedNanos, long[] enteredNanos, long[] leftNanos, int count) {
    tally.enterInTurn(person, intendedNanos, enteredNanos, leftNanos, count);
    course.enterInTurn(person, intendedNanos, enteredNanos, leftNanos, count);
    allotment.enterInTurn(person, intendedNanos, enteredNanos, leftNanos, count);
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    tally.abandons(person, visit, intendedNanos, atNanos, refusals);
    course.abandons(person, visit, intendedNanos, atNanos, refusals);
    allotment.abandons(person, visit, intendedNanos, atNanos, refusals);
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    tally.turnsAway(person, atNanos);
    course.turnsAway(person, atNanos);
    allotment.turnsAway(person, atNanos);
  }

  @Override
  public void violates() {
    tally.violates();
    course.violates();
    allotment.violates();
  }

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusals) {
    tally.leavesWaiting(person, visit, intendedNanos, untilNanos, refusals);
    course.leavesWaiting(person, visit, intendedNanos, untilNanos, refusals);
    allotment.leavesWaiting(person, visit, intendedNanos, untilNanos, refusals);
  }
}
