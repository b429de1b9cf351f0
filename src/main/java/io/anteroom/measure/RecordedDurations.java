package io.anteroom.measure;

import java.util.Arrays;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;

/**
 * The durations of a histogram of {@link Histograms}, shortest first, each with how often it was
 * recorded: a copy that many figures can be taken from without going through the histogram's empty
 * buckets again. All of them are equal, to the last bit, to those that the histogram gives.
 * Immutable.
 */
public final class RecordedDurations {
  private static final int FEW = 2_000;

  /** The shortest one of each bucket that has any. */
  private final long[] values;

  private final long[] counts;

  /** How many durations there are up to each bucket, its own included. */
  private final long[] upTo;

  /** Is told of durations. */
  @FunctionalInterface
  interface Consumer {
    /** So many durations are in the bucket of this one. */
    void accept(long nanos, long count);
  }

  /** The arrays become its own. */
  RecordedDurations(long[] values, long[] counts) {
    this.values = values;
    this.counts = counts;
    this.upTo = counts.clone();
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] += upTo[i - 1];
    }
  }

  /** The durations that are in a histogram now. */
  public static RecordedDurations of(AbstractHistogram histogram) {
    long[] values = new long[1_024];
    long[] counts = new long[1_024];
    int size = 0;
    long longest = histogram.getMaxValue();
    // Not by the histogram's iterator, which works out more of each bucket, empty ones included.
    for (long nanos = histogram.lowestEquivalentValue(histogram.getMinValue());
        nanos <= longest;
        nanos = histogram.nextNonEquivalentValue(nanos)) {
      long inBucket = histogram.getCountAtValue(nanos);
      if (inBucket > 0) {
        if (size == values.length) {
          values = Arrays.copyOf(values, 2 * size);
          counts = Arrays.copyOf(counts, 2 * size);
        }
        values[size] = nanos & -DurationCounts.width(nanos);
        counts[size++] = inBucket;
      }
    }
    return new RecordedDurations(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
  }

  /** These durations and those. */
  public RecordedDurations plus(RecordedDurations others) {
    long[] bothValues = new long[values.length + others.values.length];
    long[] bothCounts = new long[bothValues.length];
    int size = 0;
    int mine = 0;
    int other = 0;
    while (mine < values.length || other < others.values.length) {
      long one = mine < values.length ? values[mine] : Long.MAX_VALUE;
      long another = other < others.values.length ? others.values[other] : Long.MAX_VALUE;
      bothValues[size] = Math.min(one, another);
      bothCounts[size++] =
          (one <= another ? counts[mine++] : 0) + (another <= one ? others.counts[other++] : 0);
    }
    return new RecordedDurations(Arrays.copyOf(bothValues, size), Arrays.copyOf(bothCounts, size));
  }

  void forEach(Consumer consumer) {
    for (int i = 0; i < values.length; i++) {
      consumer.accept(values[i], counts[i]);
    }
  }

  /** Adds them to a histogram. */
  public void addTo(Histogram histogram) {
    // The longest first, so that the histogram grows once; then upwards, so that it notes the
    // shortest once.
    for (int i = 0; i < values.length; i++) {
      int next = i == 0 ? values.length - 1 : i - 1;
      histogram.recordValueWithCount(values[next], counts[next]);
    }
  }

  /** Whether they are added to a histogram sooner one by one than by going through its counts. */
  boolean few() {
    return values.length <= FEW;
  }

  /** Of a bucket, as {@link AbstractHistogram#medianEquivalentValue}. */
  private long middle(int bucket) {
    return values[bucket] + DurationCounts.width(values[bucket]) / 2;
  }

  /** Of a bucket, as {@link AbstractHistogram#highestEquivalentValue}. */
  private long longest(int bucket) {
    return values[bucket] + DurationCounts.width(values[bucket]) - 1;
  }

  /** How many durations were recorded. */
  public long count() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }

  /** As {@link AbstractHistogram#getMaxValue}, in nanoseconds; 0 where there are none. */
  public long longest() {
    return count() == 0 ? 0 : longest(values.length - 1);
  }

  /** As {@link AbstractHistogram#getMean}, in nanoseconds. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += middle(i) * counts[i];
    }
    return sum / count();
  }

  /**
   * As {@link AbstractHistogram#getStdDeviation}, in nanoseconds.
   *
   * @param mean of the same durations
   */
  public double standardDeviation(double mean) {
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double deviation = middle(i) - mean;
      squares += deviation * deviation * counts[i];
    }
    return Math.sqrt(squares / count());
  }

  /**
   * As {@link AbstractHistogram#getValueAtPercentile}, in nanoseconds; 0 where there are none.
   *
   * @param percent above 0, at most 100
   */
  public long percentile(double percent) {
    if (count() == 0) {
      return 0;
    }
    long below = (long) Math.ceil(Math.nextDown(percent) * count() / 100);
    int bucket = Arrays.binarySearch(upTo, Math.max(below, 1));
    return longest(bucket < 0 ? -bucket - 1 : bucket);
  }
}
