package io.anteroom.study.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The order in which cells run in real time: shuffled, so that a machine that grows warm or busy
 * favours none. One seed gives one order, on every JDK; the seed is recorded with what ran.
 * Mutable; confined to one thread.
 */
public final class Shuffle {
  private final RandomGenerator random;

  public Shuffle(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The same cells in another order; the next ones in an order of their own. */
  public List<Cell> of(List<Cell> cells) {
    List<Cell> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
