package io.anteroom.run.simulate;

/**
 * A number that says who got a room when: equal, but for one chance in 2^64, for two ways of
 * computing that agree on every visit. Mutable; confined to one thread.
 */
final class Fingerprint implements VisitLog {
  private long sum;

  /** The number; it does not depend on the order in which the visits were told. */
  long value() {
    return sum;
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
    sum += mixed(mixed(mixed(person) + visit) + enteredNanos);
  }

  /** The finaliser of MurmurHash3. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  @Override
  public void abandons(int person, long visit, long intendedNanos, long atNanos, long refusals) {}

  @Override
  public void turnsAway(int person, long atNanos) {}

  @Override
  public void violates() {}

  @Override
  public void leavesWaiting(
      int person, long visit, long intendedNanos, long untilNanos, long refusals) {}
}
