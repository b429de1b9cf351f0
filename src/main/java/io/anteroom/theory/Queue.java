package io.anteroom.theory;

/**
 * Independent arrivals at rooms of one kind.
 *
 * @param rooms at least 1
 * @param arrivalRate arrivals per unit of time, greater than 0
 * @param meanHold in that unit, greater than 0
 */
record Queue(int rooms, double arrivalRate, double meanHold) {
  Queue {
    if (!(rooms >= 1 && arrivalRate > 0 && meanHold > 0)) {
      throw new IllegalArgumentException(
          rooms + " rooms, rate " + arrivalRate + ", hold " + meanHold + ": allowed: above 0");
    }
  }

  /**
   * The utilisation law: how many rooms would be busy on average if there were enough of them, in
   * erlangs.
   */
  double load() {
    return arrivalRate * meanHold;
  }

  /** The offered load for each room. */
  double loadPerRoom() {
    return load() / rooms;
  }

  /** Visits per unit of time that busy rooms complete. */
  double capacity() {
    return rooms / meanHold;
  }

  /** Whether the rooms keep up with the arrivals if nobody gives up or is turned away. */
  boolean stable() {
    return load() < rooms;
  }

  /**
   * The same queue.
   *
   * @throws IllegalArgumentException if it is not {@link #stable}
   */
  Queue requireStable() {
    if (!stable()) {
      throw new IllegalArgumentException(
          "a load of " + load() + " on " + rooms + " rooms: allowed: less than the rooms");
    }
    return this;
  }

  /** Little's law: the mean wait where so many persons wait on average. */
  double meanWait(double meanWaiting) {
    return meanWaiting / arrivalRate;
  }
}
