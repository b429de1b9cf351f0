package io.anteroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the one compares with the other over several pairs of runs that took turns, so that a drift
 * of the machine's speed hits both.
 */
record Ratio(String name, List<Pair> pairs) {
  /** What the two cost in runs next to each other, in nanoseconds a visit. */
  record Pair(double one, double other) {
    double ratio() {
      return one / other;
    }
  }

  /** Lets the two take turns; a first pair warms up and is not counted. */
  static Ratio of(String name, int pairs, Cost one, Cost other) throws Exception {
    List<Pair> counted = new ArrayList<>();
    for (int pair = -1; pair < pairs; pair++) {
      Pair costs = new Pair(one.nanosPerVisit(), other.nanosPerVisit());
      if (pair >= 0) {
        counted.add(costs);
      }
    }
    return new Ratio(name, counted);
  }

  /** One run of a program. */
  @FunctionalInterface
  interface Cost {
    double nanosPerVisit() throws Exception;
  }

  double median() {
    return median(pairs.stream().map(Pair::ratio).toList());
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  @Override
  public String toString() {
    List<Double> ratios = pairs.stream().map(Pair::ratio).sorted().toList();
    return String.format(
        Locale.ROOT,
        "  %-14s %7.0f ns against %7.0f ns a visit: ratio %.3f (%.3f to %.3f over %d pairs)",
        name,
        median(pairs.stream().map(Pair::one).toList()),
        median(pairs.stream().map(Pair::other).toList()),
        median(),
        ratios.getFirst(),
        ratios.getLast(),
        ratios.size());
  }
}
