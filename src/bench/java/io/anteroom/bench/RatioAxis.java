package io.anteroom.bench;

import io.anteroom.report.svg.PlotAxis;
import java.util.List;
import java.util.stream.DoubleStream;

/** An axis of ratios, on which twice as much is as far away everywhere. Immutable. */
final class RatioAxis implements PlotAxis {
  private static final double[] ROUND = {
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5, 2, 3, 5, 10,
    20, 50, 100, 200, 500, 1_000
  };

  /** Labels nearer than this would touch. */
  private static final double LEAST_GAP = 0.05;

  private final double least;
  private final double most;

  /**
   * @param ratios what it has room for, above 0; 1 always has
   */
  RatioAxis(List<Double> ratios) {
    double low = Math.min(ratios.stream().mapToDouble(ratio -> ratio).min().orElse(1), 1);
    double high = Math.max(ratios.stream().mapToDouble(ratio -> ratio).max().orElse(1), 1);
    this.least = low / 1.05;
    this.most = high * 1.05;
  }

  @Override
  public double share(double ratio) {
    return Math.clamp(StrictMath.log(ratio / least) / StrictMath.log(most / least), 0, 1);
  }

  @Override
  public List<Tick> ticks() {
    return DoubleStream.of(ROUND)
        .filter(ratio -> ratio >= least && ratio <= most && !crowded(ratio))
        .mapToObj(ratio -> new Tick(ratio, FigureWords.measured(ratio, "")))
        .toList();
  }

  /** Whether a label that matters more is too near: 1, the tens, the halves and the doubles. */
  private boolean crowded(double ratio) {
    return DoubleStream.of(ROUND)
        .filter(other -> other != ratio && weight(other) < weight(ratio))
        .anyMatch(other -> Math.abs(share(other) - share(ratio)) < LEAST_GAP);
  }

  private static int weight(double ratio) {
    if (ratio == 1) {
      return 0;
    }
    double decade = StrictMath.log10(ratio);
    if (decade == Math.rint(decade)) {
      return 1;
    }
    double first = ratio / StrictMath.pow(10, Math.floor(decade));
    return Math.abs(first - 2) < 1e-6 || Math.abs(first - 5) < 1e-6 ? 2 : 3;
  }
}
