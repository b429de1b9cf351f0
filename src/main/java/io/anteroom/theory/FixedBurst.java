package io.anteroom.theory;

/**
 * Persons who all arrive at time 0 for one visit each, all for the same time, in one line or dealt
 * out in turn to a line for each room: they enter in waves of as many as there are rooms.
 *
 * <p>Source: counting.
 *
 * @param persons at least 1
 * @param rooms at least 1
 * @param hold greater than 0
 */
record FixedBurst(int persons, int rooms, double hold) implements WaitTail {
  /** The share of the persons who find no free room. */
  double waited() {
    return exceeds(0);
  }

  /** The mean wait over all persons. */
  double meanWait() {
    double full = fullWaves();
    return (rooms * full * (full - 1) / 2 + inLastWave() * full) / persons * hold;
  }

  /** The standard deviation of the wait over all persons. */
  double stddevWait() {
    double full = fullWaves();
    double squares = rooms * (full - 1) * full * (2 * full - 1) / 6 + inLastWave() * full * full;
    return Spread.stddev(meanWait(), squares / persons * hold * hold);
  }

  /** The time at which the last person leaves. */
  double makespan() {
    return (fullWaves() + (inLastWave() > 0 ? 1 : 0)) * hold;
  }

  /** The wait over all persons. */
  @Override
  public double exceeds(double time) {
    double wavesWithin = Math.floor(time / hold) + 1;
    return Math.max(0, persons - rooms * wavesWithin) / persons;
  }

  private int fullWaves() {
    return persons / rooms;
  }

  /** Persons in a last wave that does not fill the rooms. */
  private int inLastWave() {
    return persons % rooms;
  }
}
