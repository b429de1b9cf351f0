package io.anteroom.measure;

import java.util.function.Supplier;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * The histograms of a run or of a part of it, in nanoseconds. As safe for several threads as the
 * histograms in it: those of a {@link VisitRecorder} are, others are confined to one thread at a
 * time.
 */
public final class Histograms {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** Intended arrival to entry, of the visits that had a room. */
  public final Histogram wait;

  /**
   * From the moment at which the person really began to wait, to entry; of the visits that had a
   * room. It leaves out by how much they were late (coordinated omission). Empty in simulated time,
   * where nobody is late, and in runs that are older than this histogram.
   */
  public final Histogram uncorrectedWait;

  /** Entry to leaving. */
  public final Histogram hold;

  /** Wait and hold together. */
  public final Histogram response;

  /** Intended arrival to giving up. */
  public final Histogram abandonedWait;

  /** Intended arrival to the moment at which the person was let in, or has woken. */
  public final Histogram lateness;

  /**
   * How late an unrelated virtual thread ran. Empty in simulated time, and in runs that are older
   * than this histogram.
   */
  public final Histogram canary;

  private Histograms(Supplier<Histogram> empty) {
    this.wait = empty.get();
    this.uncorrectedWait = empty.get();
    this.hold = empty.get();
    this.response = empty.get();
    this.abandonedWait = empty.get();
    this.lateness = empty.get();
    this.canary = empty.get();
  }

  /** Empty histograms for one thread. */
  public static Histograms empty() {
    return new Histograms(Histograms::one);
  }

  /**
   * An empty histogram of nanoseconds, for one thread. It grows with the durations in it: one that
   * tells all of {@link DurationRange} apart from the start takes 434 KB.
   */
  public static Histogram one() {
    return new Histogram(SIGNIFICANT_DIGITS);
  }

  /** An empty histogram of nanoseconds that any number of threads may record into. */
  public static Histogram oneConcurrent() {
    return new AtomicHistogram(DurationRange.HIGHEST_NANOS, SIGNIFICANT_DIGITS);
  }

  /** Empty histograms that any number of threads may record into. */
  static Histograms concurrent() {
    return new Histograms(Histograms::oneConcurrent);
  }

  /** The histogram of these durations. */
  public Histogram of(DurationKind kind) {
    return switch (kind) {
      case WAIT -> wait;
      case UNCORRECTED_WAIT -> uncorrectedWait;
      case HOLD -> hold;
      case RESPONSE -> response;
      case ABANDONED_WAIT -> abandonedWait;
      case LATENESS -> lateness;
      case CANARY -> canary;
    };
  }

  /** Adds all that the others hold. */
  public void add(Histograms others) {
    add(others.wait, wait);
    add(others.uncorrectedWait, uncorrectedWait);
    add(others.hold, hold);
    add(others.response, response);
    add(others.abandonedWait, abandonedWait);
    add(others.lateness, lateness);
    add(others.canary, canary);
  }

  /** A histogram goes through all its counts to add another one, and to forget. */
  private static void add(Histogram from, Histogram to) {
    if (from.getTotalCount() > 0) {
      to.add(from);
    }
  }

  /** Forgets everything. */
  void reset() {
    reset(wait);
    reset(uncorrectedWait);
    reset(hold);
    reset(response);
    reset(abandonedWait);
    reset(lateness);
    reset(canary);
  }

  private static void reset(Histogram histogram) {
    if (histogram.getTotalCount() > 0) {
      histogram.reset();
    }
  }

  /** The sum of a histogram's durations, in nanoseconds, as exact as its digits are. */
  public static double sumNanos(Histogram histogram) {
    return histogram.getMean() * histogram.getTotalCount();
  }
}
