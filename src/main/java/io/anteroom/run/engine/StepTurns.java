package io.anteroom.run.engine;

import java.util.Arrays;

/**
 * How often a person has come to each step of its present journey. Confined to the person's thread.
 */
final class StepTurns {
  /** Of journeys in which each step comes once at most. */
  static final StepTurns ONCE = new StepTurns(0);

  private final int[] taken;
  private final int[] chosen;

  StepTurns(int steps) {
    this.taken = new int[steps];
    this.chosen = new int[steps];
  }

  /** A journey begins. */
  void begin() {
    Arrays.fill(taken, 0);
    Arrays.fill(chosen, 0);
  }

  /** How often a step was taken before; counts this time. */
  int taken(int step) {
    return taken.length == 0 ? 0 : taken[step]++;
  }

  /** How often chance decided on a step before; counts this time. */
  int chosen(int step) {
    return chosen.length == 0 ? 0 : chosen[step]++;
  }
}
