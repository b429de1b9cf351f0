package io.anteroom.measure;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * Jain's fairness index over the total waits of the persons (Jain, Chiu, Hawe: A Quantitative
 * Measure of Fairness and Discrimination, DEC-TR-301, 1984). Adding is safe for any number of
 * threads.
 */
public final class Fairness {
  private final LongAdder persons = new LongAdder();
  private final DoubleAdder sum = new DoubleAdder();
  private final DoubleAdder sumOfSquares = new DoubleAdder();

  /** Adds one person's measured waits, taken together, in nanoseconds. */
  public void add(long totalWaitNanos) {
    double seconds = totalWaitNanos / 1e9;
    persons.increment();
    sum.add(seconds);
    sumOfSquares.add(seconds * seconds);
  }

  /** Adds several persons at once, by the sum of their waits in seconds and that of the squares. */
  public void add(long morePersons, double moreSeconds, double moreSquares) {
    persons.add(morePersons);
    sum.add(moreSeconds);
    sumOfSquares.add(moreSquares);
  }

  /** How many persons there are. */
  public long persons() {
    return persons.sum();
  }

  /** The sum of their waits, in seconds. */
  public double sumSeconds() {
    return sum.sum();
  }

  /** The sum of the squares of their waits, in seconds. */
  public double sumOfSquares() {
    return sumOfSquares.sum();
  }

  /**
   * The index: 1 when all have waited equally long (or nobody at all), 1/n when one of n has borne
   * it all.
   */
  public double jain() {
    return jain(persons.sum(), sum.sum(), sumOfSquares.sum());
  }

  /** The index of so many waits with that sum and that sum of squares. */
  public static double jain(long persons, double sum, double sumOfSquares) {
    return sumOfSquares == 0 ? 1 : sum * sum / (persons * sumOfSquares);
  }
}
