package io.anteroom.theory;

/**
 * Rooms without a place to wait, M/G/c/c: who finds all of them taken is lost. It holds for holds
 * of any distribution; only its mean matters.
 *
 * <p>Source: A. K. Erlang 1917; the recursion in R. B. Cooper, Introduction to Queueing Theory, 2nd
 * ed. 1981, section 3.4.
 */
final class ErlangB {
  private ErlangB() {}

  /**
   * The probability that an arrival finds all rooms taken. Takes time in proportion to the rooms;
   * every step is a fraction of positive numbers, so nothing overflows and no digits are lost.
   *
   * @param rooms at least 0
   * @param load offered, in erlangs: arrival rate times mean hold; greater than 0
   */
  static double blocking(int rooms, double load) {
    double blocking = 1;
    for (int room = 1; room <= rooms; room++) {
      blocking = load * blocking / (room + load * blocking);
    }
    return blocking;
  }
}
