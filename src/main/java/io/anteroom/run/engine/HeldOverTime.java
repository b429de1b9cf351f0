package io.anteroom.run.engine;

import io.anteroom.result.CarriersHeld.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds up for how long carriers were held in each part of a run. A part lasts a second; once there
 * would be more than {@value #MOST} parts, two of them become one. Times are in nanoseconds since
 * the start of the run. Safe for all threads.
 */
final class HeldOverTime {
  /** So many parts a chart can show. */
  static final int MOST = 512;

  private final long[] heldNanos = new long[MOST];
  private long partNanos = 1_000_000_000;

  /** Adds a hold; what lies before the start of the run is left out. */
  synchronized void add(long startNanos, long endNanos) {
    long from = Math.max(startNanos, 0);
    while (endNanos > MOST * partNanos) {
      widen();
    }
    while (from < endNanos) {
      int part = (int) (from / partNanos);
      long to = Math.min(endNanos, (part + 1) * partNanos);
      heldNanos[part] += to - from;
      from = to;
    }
  }

  private void widen() {
    for (int part = 0; part < MOST; part++) {
      int first = 2 * part;
      heldNanos[part] = first < MOST ? heldNanos[first] + heldNanos[first + 1] : 0;
    }
    partNanos *= 2;
  }

  /**
   * The parts of a run, in order.
   *
   * @param endNanos when the run ended
   * @param knownNanos until when all holds have ended and been told of; what ends later is not
   *     known
   * @param look what a look at the carriers told of the rest; null where there was none
   */
  synchronized List<Moment> moments(long endNanos, long knownNanos, @Nullable Look look) {
    while (endNanos > MOST * partNanos) {
      widen();
    }
    long restNanos = look == null ? endNanos : Math.max(endNanos - look.nanos(), knownNanos);
    List<Moment> moments = new ArrayList<>();
    for (long from = 0; from < restNanos; from += partNanos) {
      long to = Math.min(from + partNanos, restNanos);
      Double held =
          to <= knownNanos
              ? (Double) (heldNanos[(int) (from / partNanos)] / (double) (to - from))
              : null;
      moments.add(new Moment(from / 1e9, to / 1e9, held));
    }
    if (look != null) {
      moments.add(new Moment(restNanos / 1e9, endNanos / 1e9, (double) look.held()));
    }
    return moments;
  }

  /** So many carriers were held for so long, up to the end of the run. */
  record Look(int held, long nanos) {}
}
