package io.anteroom.simulate;

/** Tells two logs of everything. */
record BothLogs(VisitLog one, VisitLog other) implements VisitLog {
  @Override
  public void enters(
      int person,
      long visit,
      int door,
      long intendedNanos,
      long enteredNanos,
      long leftNanos,
      long refusals) {
    one.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
    other.enters(person, visit, door, intendedNanos, enteredNanos, leftNanos, refusals);
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {
    one.abandons(person, visit, intendedNanos, atNanos, refusals);
    other.abandons(person, visit, intendedNanos, atNanos, refusals);
  }

  @Override
  public void turnsAway(int person, long atNanos) {
    one.turnsAway(person, atNanos);
    other.turnsAway(person, atNanos);
  }

  @Override
  public void violates() {
    one.violates();
    other.violates();
  }

  @Override
  public void leavesWaiting(int person, long visit, long intendedNanos, long refusals) {
    one.leavesWaiting(person, visit, intendedNanos, refusals);
    other.leavesWaiting(person, visit, intendedNanos, refusals);
  }
}
