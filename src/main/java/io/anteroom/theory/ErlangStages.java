package io.anteroom.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A wait for a random number of departures, each of which takes an exponential time of the same
 * mean: who finds all rooms taken and {@code j} persons waiting waits for {@code j + 1} of them.
 *
 * @param meanStage mean time between two departures while all rooms are taken
 * @param moreThan the probability that the wait is for more departures than this many
 */
record ErlangStages(double meanStage, IntToDoubleFunction moreThan) implements WaitTail {
  private static final double MOST_STAGES = 1e9;
  private static final double NEGLIGIBLE = 1e-18;

  /**
   * An exponential time is a geometric number of shorter ones: after each of them it ends with the
   * probability that their mean is of its own.
   */
  @Override
  public WaitTail andExponential(double mean) {
    double goesOn = 1 - meanStage / mean;
    List<Double> more = new ArrayList<>();
    double waits = 1;
    double holds = 0;
    do {
      double longer = moreThan.applyAsDouble(more.size());
      holds = goesOn * holds + waits - longer;
      waits = longer;
      more.add(waits + holds);
    } while (waits + holds > NEGLIGIBLE);
    double[] known = more.stream().mapToDouble(Double::doubleValue).toArray();
    return new ErlangStages(meanStage, stages -> stages < known.length ? known[stages] : 0);
  }

  /** The wait goes on while fewer departures have happened than it is for. */
  @Override
  public double exceeds(double time) {
    double departures = time / meanStage;
    return departures > MOST_STAGES ? 0 : Poisson.expectation(departures, moreThan);
  }
}
