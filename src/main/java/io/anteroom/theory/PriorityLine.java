package io.anteroom.theory;

import java.util.Arrays;

/**
 * One line in which some go before others: Poisson arrivals of several ranks. Nobody is sent out of
 * a room. The mean wait of a rank does not depend on the order within it; of later ranks only those
 * matter who are in the rooms already.
 *
 * <p>Sources: one room, holds of any distribution: A. Cobham, Priority assignment in waiting line
 * problems, Operations Research 2, 1954. Several rooms, exponential holds of one mean: O. Kella, U.
 * Yechiali, Waiting times in the non-preemptive priority M/M/c queue, Stochastic Models 1, 1985.
 */
final class PriorityLine {
  private PriorityLine() {}

  /**
   * The mean waits for one room.
   *
   * @param loads arrivals a unit of time times mean hold, by rank, the first one to go first
   * @param squares arrivals times the mean square of their holds, by rank
   * @throws IllegalArgumentException if the line is not stable
   */
  static double[] oneRoom(double[] loads, double[] squares) {
    return waits(Arrays.stream(squares).sum() / 2, loads);
  }

  /**
   * The mean waits for several rooms, with exponential holds of one mean.
   *
   * @param rates arrivals by rank, the first one to go first; not all 0
   * @throws IllegalArgumentException if the line is not stable
   */
  static double[] manyRooms(int rooms, double[] rates, double meanHold) {
    double[] loads = new double[rates.length];
    for (int rank = 0; rank < rates.length; rank++) {
      loads[rank] = rates[rank] * meanHold / rooms;
    }
    double all = Arrays.stream(rates).sum();
    double waited = new ErlangC(new Queue(rooms, all, meanHold)).waited();
    return waits(waited * meanHold / rooms, loads);
  }

  /**
   * @param residual how long it takes on average until a room falls free, for one who comes to any
   *     state
   * @param loads for each room, by rank
   */
  private static double[] waits(double residual, double[] loads) {
    double[] waits = new double[loads.length];
    double before = 0;
    for (int rank = 0; rank < loads.length; rank++) {
      double upTo = before + loads[rank];
      PreemptiveLine.requireStable(upTo);
      waits[rank] = residual / (1 - before) / (1 - upTo);
      before = upTo;
    }
    return waits;
  }
}
