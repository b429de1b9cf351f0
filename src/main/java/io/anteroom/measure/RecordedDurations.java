package io.anteroom.measure;

import java.util.Arrays;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * The durations of a histogram, shortest first, each with how often it was recorded: a copy that
 * many figures can be taken from without going through the histogram's empty buckets again. All of
 * them are equal, to the last bit, to those that the histogram gives. Immutable.
 */
public final class RecordedDurations {
  private final AbstractHistogram histogram;
  private long[] values = new long[1_024];
  private long[] counts = new long[1_024];
  private int size;

  private RecordedDurations(AbstractHistogram histogram) {
    this.histogram = histogram;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      values[size] = value.getValueIteratedTo();
      counts[size++] = value.getCountAtValueIteratedTo();
    }
  }

  /**
   * The durations of a histogram.
   *
   * @param histogram of at least one duration, which must not change before the last figure is
   *     taken
   */
  public static RecordedDurations of(AbstractHistogram histogram) {
    return new RecordedDurations(histogram);
  }

  /** How many durations were recorded. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** As {@link AbstractHistogram#getMean}, in nanoseconds. */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += histogram.medianEquivalentValue(values[i]) * counts[i];
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
    for (int i = 0; i < size; i++) {
      double deviation = histogram.medianEquivalentValue(values[i]) - mean;
      squares += deviation * deviation * counts[i];
    }
    return Math.sqrt(squares / count());
  }

  /**
   * As {@link AbstractHistogram#getValueAtPercentile}, in nanoseconds.
   *
   * @param percent above 0, at most 100
   */
  public long percentile(double percent) {
    long below = (long) Math.ceil(Math.nextDown(percent) * count() / 100);
    long seen = 0;
    for (int i = 0; i < size; i++) {
      seen += counts[i];
      if (seen >= Math.max(below, 1)) {
        return histogram.highestEquivalentValue(values[i]);
      }
    }
    throw new IllegalStateException("fewer durations than were recorded");
  }
}
