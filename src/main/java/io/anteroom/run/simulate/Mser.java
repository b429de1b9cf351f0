package io.anteroom.run.simulate;

import java.util.List;

/**
 * Finds how much of a run's beginning to leave out because it began empty: the truncation that
 * makes the standard error of what remains least, over batches of five waits (MSER-5; White, Cobb,
 * Spratt: A Comparison of Five Steady-State Truncation Heuristics for Simulation, Winter Simulation
 * Conference 2000), on the mean of several runs (Hoad, Robinson, Davies: Automating Warm-up Length
 * Estimation, Journal of the Operational Research Society 61, 2010).
 */
final class Mser {
  private Mser() {}

  /**
   * What to leave out.
   *
   * @param nanos visits that are intended to begin before this time
   * @param found false where leaving out more than may be left out, half of the run, would make the
   *     error less still: then the run is too short to tell
   */
  record Truncation(long nanos, boolean found) {}

  /** The truncation that these runs suggest, one of them at least; their batches may be merged. */
  static Truncation of(List<BatchMeans> runs) {
    int size = runs.stream().mapToInt(BatchMeans::batchSize).max().orElse(0);
    runs.forEach(run -> run.coarsen(size));
    int batches = runs.stream().mapToInt(BatchMeans::batches).min().orElse(0);
    if (batches < 2) {
      return new Truncation(0, false);
    }
    double[] means = new double[batches];
    for (BatchMeans run : runs) {
      for (int batch = 0; batch < batches; batch++) {
        means[batch] += run.meanWait(batch) / runs.size();
      }
    }
    int cut = leastError(means, batches / 2);
    // A trend that lasts has its least error as late as one looks; noise must not hide that.
    boolean found = leastError(means, batches * 3 / 4) <= batches / 2 && cut < batches / 2;
    long nanos = 0;
    for (BatchMeans run : runs) {
      nanos += cut == 0 ? 0 : run.startNanos(cut) / runs.size();
    }
    return new Truncation(nanos, found);
  }

  /** How many batches to leave out. */
  private static int leastError(double[] means, int most) {
    double sum = 0;
    double squares = 0;
    double least = Double.POSITIVE_INFINITY;
    int cut = 0;
    for (int from = means.length - 1; from >= 0; from--) {
      int kept = means.length - from;
      double difference = means[from] - (kept == 1 ? 0 : sum / (kept - 1));
      squares += kept == 1 ? 0 : difference * difference * (kept - 1) / kept;
      sum += means[from];
      double error = squares / ((double) kept * kept);
      if (from <= most && error <= least) {
        least = error;
        cut = from;
      }
    }
    return cut;
  }
}
