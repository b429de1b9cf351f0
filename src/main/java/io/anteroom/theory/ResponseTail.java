package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a wait and an exponential hold together, where a visit's hold does not depend
 * on its wait: the convolution of the two, by Simpson's rule with steps that adapt to the curve.
 *
 * @param waitTail of the wait
 * @param meanHold in the unit of the wait
 */
record ResponseTail(WaitTail waitTail, double meanHold) implements WaitTail {
  /** Halvings of the time, towards 0, where waits end that are much shorter than holds. */
  private static final int PARTS = 16;

  private static final double TOLERANCE = 1e-11;
  private static final int DEEPEST = 30;

  /** That of a wait and a hold in nanoseconds; null where none is known. */
  static @Nullable WaitTail of(Distribution hold, @Nullable WaitTail wait) {
    if (wait == null) {
      return null;
    }
    if (wait.equals(NONE)) {
      return HoldTail.of(hold);
    }
    double mean = hold.meanNanos();
    if (Shape.fixed(hold)) {
      return time -> time < mean ? 1 : wait.exceeds(time - mean);
    }
    return Shape.exponential(hold) ? wait.andExponential(mean) : null;
  }

  /** Either the hold alone lasts longer, or it leaves less time than the wait takes. */
  @Override
  public double exceeds(double time) {
    double sum = Math.exp(-time / meanHold);
    double most = time;
    for (int part = 0; part < PARTS; part++) {
      double least = part == PARTS - 1 ? 0 : most / 2;
      sum += integral(time, least, most);
      most = least;
    }
    return Math.min(1, sum);
  }

  /** How likely it is that the wait is longer, and the hold ends in time if the wait is such. */
  private double density(double time, double waiting) {
    return waitTail.exceeds(waiting) * Math.exp((waiting - time) / meanHold) / meanHold;
  }

  private double integral(double time, double least, double most) {
    double middle = (least + most) / 2;
    double first = density(time, least);
    double centre = density(time, middle);
    double last = density(time, most);
    Piece piece = new Piece(least, most, first, centre, last);
    return refined(time, piece, DEEPEST);
  }

  /** A part of the time, and the density at its ends and in its middle. */
  private record Piece(double least, double most, double first, double centre, double last) {
    double simpson() {
      return (most - least) / 6 * (first + 4 * centre + last);
    }
  }

  private double refined(double time, Piece whole, int deeper) {
    double middle = (whole.least() + whole.most()) / 2;
    Piece left =
        new Piece(
            whole.least(),
            middle,
            whole.first(),
            density(time, (whole.least() + middle) / 2),
            whole.centre());
    Piece right =
        new Piece(
            middle,
            whole.most(),
            whole.centre(),
            density(time, (middle + whole.most()) / 2),
            whole.last());
    double finer = left.simpson() + right.simpson();
    double error = (finer - whole.simpson()) / 15;
    if (deeper == 0 || (deeper < DEEPEST - 2 && Math.abs(error) <= TOLERANCE)) {
      return finer + error;
    }
    return refined(time, left, deeper - 1) + refined(time, right, deeper - 1);
  }
}
