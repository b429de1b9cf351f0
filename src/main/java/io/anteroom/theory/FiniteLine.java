package io.anteroom.theory;

/**
 * Poisson arrivals, exponential holds, one line with a bounded number of places: M/M/c/K. Who finds
 * no place is turned away. The waits are those of the visits that are admitted.
 *
 * <p>Source: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals of Queueing
 * Theory, 4th ed. 2008, section 2.5.
 */
final class FiniteLine implements HasTail {
  private static final double NEGLIGIBLE = 1e-18;

  /** From here on the distance of the load per room to 1 has lost digits. */
  private static final double FAR_BELOW = -0.999;

  private final int places;
  private final double logLoadPerRoom;
  private final double turnedAway;
  private final double foundAllTaken;
  private final double admittedWaited;
  private final double meanStage;
  private final double meanStages;
  private final double secondMomentOfStages;
  private final ErlangStages tail;

  /**
   * The steady state; there is one for any load.
   *
   * @param limit most visits present at once, at least the rooms
   */
  FiniteLine(Queue queue, int limit) {
    if (limit < queue.rooms()) {
      throw new IllegalArgumentException("limit " + limit + ": allowed: at least the rooms");
    }
    places = limit - queue.rooms();
    logLoadPerRoom = logLoadPerRoom(queue);
    // The states below, relative to that of all rooms taken and nobody waiting.
    double below = 1 / ErlangB.blocking(queue.rooms(), queue.load()) - 1;
    double waiting = geometricSum(logLoadPerRoom, places);
    turnedAway = 1 / (below * power(-places) + geometricSum(-logLoadPerRoom, places + 1));
    admittedWaited = waiting == 0 ? 0 : 1 / (below / waiting + 1);
    foundAllTaken = turnedAway + (1 - turnedAway) * admittedWaited;
    meanStage = 1 / queue.capacity();
    double weights = 0;
    double first = 0;
    double second = 0;
    double weight = 1;
    for (int step = 0; step < places && weight > NEGLIGIBLE; step++) {
      double stages = logLoadPerRoom <= 0 ? step + 1.0 : places - step;
      weights += weight;
      first += weight * stages;
      second += weight * stages * (stages + 1);
      weight = Math.exp(-Math.abs(logLoadPerRoom) * (step + 1.0));
    }
    meanStages = places == 0 ? 0 : admittedWaited * first / weights;
    secondMomentOfStages = places == 0 ? 0 : admittedWaited * second / weights;
    tail = new ErlangStages(meanStage, this::moreStagesThan);
  }

  /** Near 1 from its distance to it; far below, where 1 less that is rounded to 0, from itself. */
  private static double logLoadPerRoom(Queue queue) {
    double distance = (queue.load() - queue.rooms()) / queue.rooms();
    return distance > FAR_BELOW ? Math.log1p(distance) : Math.log(queue.loadPerRoom());
  }

  private double power(int exponent) {
    return Math.exp(exponent * logLoadPerRoom);
  }

  /** The sum of so many powers of a number, from 0 on; the number is given by its logarithm. */
  private static double geometricSum(double log, int terms) {
    return log == 0 ? terms : Math.expm1(terms * log) / Math.expm1(log);
  }

  /** The probability that more persons than that wait. */
  double moreWaitingThan(long persons) {
    if (persons >= places) {
      return 0;
    }
    // Of all the states with waiting or turning away: as many as there are places, and one more.
    int more = (int) (places - persons);
    double fromThere = geometricSum(-logLoadPerRoom, more);
    double all = geometricSum(-logLoadPerRoom, places + 1);
    return foundAllTaken * (fromThere / all);
  }

  private double moreStagesThan(int stages) {
    if (stages >= places) {
      return 0;
    }
    double log = logLoadPerRoom;
    int more = places - stages;
    double share =
        switch ((int) Math.signum(log)) {
          case 0 -> more / (double) places;
          case 1 -> Math.expm1(-more * log) / Math.expm1(-places * log);
          default -> power(stages) * Math.expm1(more * log) / Math.expm1(places * log);
        };
    return admittedWaited * share;
  }

  /** The share of arrivals that find no place. */
  double turnedAway() {
    return turnedAway;
  }

  /** The probability that an arrival finds all rooms taken, whether it is then admitted or not. */
  double waited() {
    return foundAllTaken;
  }

  /** The mean wait of those admitted. */
  double meanWait() {
    return meanStages * meanStage;
  }

  /** The standard deviation of the wait of those admitted, first come, first served. */
  double stddevWait() {
    return Spread.stddev(meanStages, secondMomentOfStages) * meanStage;
  }

  /** The wait of those admitted, first come, first served. */
  @Override
  public WaitTail tail() {
    return tail;
  }
}
