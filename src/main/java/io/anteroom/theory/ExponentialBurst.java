package io.anteroom.theory;

/**
 * Persons who all arrive at time 0 for one visit each with an exponential hold, in one line. While
 * somebody waits, all rooms are taken, so the waits end one by one at the rooms' capacity.
 *
 * <p>Source: order statistics of the exponential distribution, A. Rényi 1953; W. Feller, An
 * Introduction to Probability Theory II, 2nd ed. 1971, section I.6.
 */
final class ExponentialBurst implements HasTail {
  private final int persons;
  private final int rooms;
  private final double meanHold;
  private final int waiting;
  private final ErlangStages tail;

  /**
   * A burst.
   *
   * @param persons at least 1
   * @param rooms at least 1
   * @param meanHold greater than 0
   */
  ExponentialBurst(int persons, int rooms, double meanHold) {
    this.persons = persons;
    this.rooms = rooms;
    this.meanHold = meanHold;
    waiting = Math.max(0, persons - rooms);
    tail = new ErlangStages(meanHold / rooms, this::moreStagesThan);
  }

  private double moreStagesThan(int stages) {
    return Math.max(0, waiting - stages) / (double) persons;
  }

  /** The share of the persons who find no free room. */
  double waited() {
    return waiting / (double) persons;
  }

  /** The mean wait over all persons. */
  double meanWait() {
    return waited() * (waiting + 1.0) / 2 * meanHold / rooms;
  }

  /** The standard deviation of the wait over all persons, from run to run and within each. */
  double stddevWait() {
    double stage = meanHold / rooms;
    double secondMoment = waited() * (waiting + 1.0) * (waiting + 2.0) / 3 * stage * stage;
    return Spread.stddev(meanWait(), secondMoment);
  }

  /** The mean time at which the last person leaves. */
  double makespan() {
    double stages = 0;
    for (int busy = Math.min(rooms, persons); busy >= 1; busy--) {
      stages += 1.0 / busy;
    }
    return (waiting / (double) rooms + stages) * meanHold;
  }

  /** The wait over all persons. */
  @Override
  public WaitTail tail() {
    return tail;
  }
}
