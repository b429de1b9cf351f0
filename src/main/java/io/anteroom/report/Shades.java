package io.anteroom.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Shades for figures, the darker the greater: on a scale of logarithms where all are above zero. A
 * figure stands beside each, so that nothing hangs on seeing it.
 */
final class Shades {
  static final List<String> ALL = List.of("  ", "░░", "▒▒", "▓▓", "██");

  private final double least;
  private final double most;

  Shades(double... figures) {
    this.least = DoubleStream.of(figures).min().orElse(0);
    this.most = DoubleStream.of(figures).max().orElse(0);
  }

  /** The shade of a figure. */
  String of(double figure) {
    if (most <= least) {
      return ALL.getFirst();
    }
    return ALL.get((int) Math.min(share(figure) * ALL.size(), ALL.size() - 1));
  }

  private double share(double figure) {
    return logarithmic()
        ? Math.log(figure / least) / Math.log(most / least)
        : (figure - least) / (most - least);
  }

  private boolean logarithmic() {
    return least > 0;
  }

  /** Where a shade begins. */
  double from(int shade) {
    double share = (double) shade / ALL.size();
    return logarithmic() ? least * Math.pow(most / least, share) : least + share * (most - least);
  }
}
