package io.anteroom.measure;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * The histograms of a run or of a part of it, in nanoseconds. As safe for several threads as the
 * histograms in it: those of a {@link VisitRecorder} are, others are confined to one thread at a
 * time.
 */
public final class Histograms {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** By the order of the kinds. */
  private final Histogram[] byKind;

  /** That of {@link DurationKind#WAIT}. */
  public final Histogram wait;

  /** That of {@link DurationKind#UNCORRECTED_WAIT}. */
  public final Histogram uncorrectedWait;

  /** That of {@link DurationKind#HOLD}. */
  public final Histogram hold;

  /** That of {@link DurationKind#RESPONSE}. */
  public final Histogram response;

  /** That of {@link DurationKind#ABANDONED_WAIT}. */
  public final Histogram abandonedWait;

  /** That of {@link DurationKind#LATENESS}. */
  public final Histogram lateness;

  /** That of {@link DurationKind#CANARY}. */
  public final Histogram canary;

  private Histograms(Supplier<Histogram> empty) {
    this.byKind =
        Stream.of(DurationKind.values()).map(kind -> empty.get()).toArray(Histogram[]::new);
    this.wait = of(DurationKind.WAIT);
    this.uncorrectedWait = of(DurationKind.UNCORRECTED_WAIT);
    this.hold = of(DurationKind.HOLD);
    this.response = of(DurationKind.RESPONSE);
    this.abandonedWait = of(DurationKind.ABANDONED_WAIT);
    this.lateness = of(DurationKind.LATENESS);
    this.canary = of(DurationKind.CANARY);
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

  /** The histogram of these durations; an array, since each one that is recorded asks for it. */
  @SuppressWarnings("EnumOrdinal")
  public Histogram of(DurationKind kind) {
    return byKind[kind.ordinal()];
  }

  /** Adds all that the others hold. */
  public void add(Histograms others) {
    for (DurationKind kind : DurationKind.values()) {
      add(others.of(kind), of(kind));
    }
  }

  /** A histogram goes through all its counts to add another one, and to forget. */
  private static void add(Histogram from, Histogram to) {
    if (from.getTotalCount() > 0) {
      to.add(from);
    }
  }

  /** Forgets everything. */
  void reset() {
    for (Histogram histogram : byKind) {
      reset(histogram);
    }
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
