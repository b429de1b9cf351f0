package io.anteroom.run.simulate;

import java.util.Arrays;

/**
 * The means of batches of successive waits, of at least 5 waits each. When there are very many,
 * neighbours are merged, so that memory is bounded however long the run is. Mutable; confined to
 * one thread.
 */
final class BatchMeans {
  /** Batches of five, as in MSER-5. */
  static final int FIRST_SIZE = 5;

  private static final int MOST_BATCHES = 1 << 16;

  private double[] meanWaits = new double[1024];
  private long[] startNanos = new long[1024];
  private int batches;
  private int size = FIRST_SIZE;
  private int inBatch;
  private double sum;

  /** Adds the next wait, of a visit that was intended to begin then. */
  void add(long intendedNanos, long waitNanos) {
    if (inBatch == 0) {
      begin(intendedNanos);
    }
    sum += waitNanos;
    if (++inBatch == size) {
      meanWaits[batches++] = sum / size;
      inBatch = 0;
      sum = 0;
      if (batches == MOST_BATCHES) {
        mergeNeighbours();
      }
    }
  }

  private void begin(long intendedNanos) {
    if (batches == meanWaits.length) {
      meanWaits = Arrays.copyOf(meanWaits, 2 * batches);
      startNanos = Arrays.copyOf(startNanos, 2 * batches);
    }
    startNanos[batches] = intendedNanos;
  }

  private void mergeNeighbours() {
    for (int batch = 0; batch < batches / 2; batch++) {
      meanWaits[batch] = (meanWaits[2 * batch] + meanWaits[2 * batch + 1]) / 2;
      startNanos[batch] = startNanos[2 * batch];
    }
    batches /= 2;
    size *= 2;
  }

  /** Merges batches until they are of that size, which is a power of two times the present one. */
  void coarsen(int wanted) {
    while (size < wanted) {
      mergeNeighbours();
    }
  }

  /** How many batches are full. */
  int batches() {
    return batches;
  }

  /** Waits in a batch: the same number in all. */
  int batchSize() {
    return size;
  }

  /** The mean wait of a batch, in nanoseconds. */
  double meanWait(int batch) {
    return meanWaits[batch];
  }

  /** When the first visit of a batch was intended to begin. */
  long startNanos(int batch) {
    return startNanos[batch];
  }
}
