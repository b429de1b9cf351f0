package io.anteroom.theory;

/**
 * One line in which some go before others and send them out of a room, who go on later with what
 * was left: Poisson arrivals of several ranks. A rank does not notice those that go after it. A
 * wait is all the time that a person spends outside of a room, before its hold and between the
 * parts of it.
 *
 * <p>Sources: one room: H. White, L. S. Christie, Queuing with preemptive priorities or with
 * breakdown, Operations Research 6, 1958; for holds of any distribution R. G. Miller, Priority
 * queues, The Annals of Mathematical Statistics 31, 1960. Several rooms, exponential holds of one
 * mean: J. P. Buzen, A. B. Bondi, The response times of priority classes under preemptive resume in
 * M/M/m queues, Operations Research 31, 1983.
 */
final class PreemptiveLine {
  private PreemptiveLine() {}

  /**
   * The mean wait of some of a rank, for one room.
   *
   * @param loads arrivals a unit of time times mean hold, by rank, the first one to go first
   * @param squares arrivals times the mean square of their holds, by rank
   * @param meanHold of those whose wait it is; others of the rank may have another one
   * @throws IllegalArgumentException if the line is not stable up to that rank
   */
  static double oneRoom(double[] loads, double[] squares, int rank, double meanHold) {
    double before = 0;
    double residual = squares[rank] / 2;
    for (int each = 0; each < rank; each++) {
      before += loads[each];
      residual += squares[each] / 2;
    }
    double upTo = before + loads[rank];
    requireStable(upTo);
    return residual / (1 - before) / (1 - upTo) + meanHold * before / (1 - before);
  }

  /**
   * The mean waits for several rooms, with exponential holds of one mean: of the persons up to a
   * rank there are as many as if they came in one line, since holds of one kind can be exchanged.
   *
   * @param rates arrivals by rank, the first one to go first; not all 0
   * @throws IllegalArgumentException if the line is not stable
   */
  static double[] manyRooms(int rooms, double[] rates, double meanHold) {
    double[] waits = new double[rates.length];
    double rate = 0;
    double before = 0;
    for (int rank = 0; rank < rates.length; rank++) {
      if (rates[rank] == 0) {
        continue;
      }
      rate += rates[rank];
      requireStable(rate * meanHold / rooms);
      double upTo = rate * new ErlangC(new Queue(rooms, rate, meanHold)).meanWait();
      waits[rank] = (upTo - before) / rates[rank];
      before = upTo;
    }
    return waits;
  }

  static void requireStable(double load) {
    if (load >= 1) {
      throw new IllegalArgumentException("a load of " + load + " a room: allowed: less than 1");
    }
  }
}
