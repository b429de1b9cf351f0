package io.anteroom.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How the one compares with the other over several pairs of runs that took turns, so that a drift
 * of the machine's speed hits both.
 */
record Ratio(String name, double[] one, double[] other) {
  private double[] ratios() {
    double[] ratios = new double[one.length];
    Arrays.setAll(ratios, pair -> one[pair] / other[pair]);
    return ratios;
  }

  double median() {
    return median(ratios());
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  @Override
  public String toString() {
    double[] ratios = ratios();
    return String.format(
        Locale.ROOT,
        "%-28s %9.0f ns  against %9.0f ns a visit: ratio %.3f (%.3f to %.3f over %d pairs)",
        name,
        median(one),
        median(other),
        median(),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow(),
        ratios.length);
  }
}
