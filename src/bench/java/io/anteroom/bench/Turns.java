package io.anteroom.bench;

import io.anteroom.bench.Finding.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets two programs take turns at the same work, so that a drift of the machine's speed hits both.
 */
public final class Turns {
  private Turns() {}

  /** One run of a program. */
  @FunctionalInterface
  public interface Cost {
    /** Runs it once, and says what it took. */
    double measure() throws Exception;
  }

  /**
   * So many pairs of runs; a first pair warms up and is not counted. Who goes first changes from
   * pair to pair, so that neither is always the one who finds a busy machine.
   */
  public static List<Pair> take(int pairs, Cost one, Cost other) throws Exception {
    Pair unused = pair(true, one, other);
    return takeCold(pairs, one, other);
  }

  /** As {@link #take}, for programs that are started anew each time: nothing is to be warmed up. */
  public static List<Pair> takeCold(int pairs, Cost one, Cost other) throws Exception {
    List<Pair> counted = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      counted.add(pair(i % 2 == 0, one, other));
    }
    return counted;
  }

  private static Pair pair(boolean oneFirst, Cost one, Cost other) throws Exception {
    if (oneFirst) {
      double first = one.measure();
      return new Pair(first, other.measure());
    }
    double first = other.measure();
    return new Pair(one.measure(), first);
  }
}
