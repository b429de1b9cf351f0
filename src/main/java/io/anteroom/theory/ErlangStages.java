package io.anteroom.theory;

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

  /** The wait goes on while fewer departures have happened than it is for. */
  @Override
  public double exceeds(double time) {
    double departures = time / meanStage;
    return departures > MOST_STAGES ? 0 : Poisson.expectation(departures, moreThan);
  }
}
