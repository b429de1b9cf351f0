package io.anteroom.measure;

import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The histograms of a run or of a part of it, in nanoseconds. Confined to one thread at a time. */
public final class Histograms {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** By the order of the kinds. */
  private final Histogram[] byKind;

  private final @Nullable RecordedDurations[] counted;

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

  private Histograms() {
    this.byKind =
        Stream.generate(Histograms::one)
            .limit(DurationKind.values().length)
            .toArray(Histogram[]::new);
    this.counted = new @Nullable RecordedDurations[byKind.length];
    this.wait = of(DurationKind.WAIT);
    this.uncorrectedWait = of(DurationKind.UNCORRECTED_WAIT);
    this.hold = of(DurationKind.HOLD);
    this.response = of(DurationKind.RESPONSE);
    this.abandonedWait = of(DurationKind.ABANDONED_WAIT);
    this.lateness = of(DurationKind.LATENESS);
    this.canary = of(DurationKind.CANARY);
  }

  /** Empty histograms. */
  public static Histograms empty() {
    return new Histograms();
  }

  /**
   * An empty histogram of nanoseconds. It grows with the durations in it: one that tells all of
   * {@link DurationRange} apart from the start takes 434 KB.
   */
  public static Histogram one() {
    return new Histogram(SIGNIFICANT_DIGITS);
  }

  /** The histogram of these durations; an array, since each one that is recorded asks for it. */
  @SuppressWarnings("EnumOrdinal")
  public Histogram of(DurationKind kind) {
    return byKind[kind.ordinal()];
  }

  /** Records durations that were counted: all that there are of their kind. */
  @SuppressWarnings("EnumOrdinal")
  public void put(DurationKind kind, RecordedDurations durations) {
    durations.addTo(of(kind));
    counted[kind.ordinal()] = durations;
  }

  /** Adds all that the others hold. */
  @SuppressWarnings("EnumOrdinal")
  public void add(Histograms others) {
    for (DurationKind kind : DurationKind.values()) {
      add(others.of(kind), others.counted[kind.ordinal()], of(kind));
    }
  }

  /**
   * A histogram goes through all its counts to add another one.
   *
   * @param counted what that one holds, unless more was recorded since; null: not known
   */
  private static void add(Histogram from, @Nullable RecordedDurations counted, Histogram to) {
    if (counted != null && counted.few() && counted.count() == from.getTotalCount()) {
      counted.addTo(to);
    } else if (from.getTotalCount() > 0) {
      to.add(from);
    }
  }

  /** The sum of a histogram's durations, in nanoseconds, as exact as its digits are. */
  public static double sumNanos(Histogram histogram) {
    return histogram.getMean() * histogram.getTotalCount();
  }
}
