package io.anteroom.result.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * An interval log that any tool wrote with HdrHistogram, versions 1.0 to 1.3: the sum of its
 * histograms, by tag. Histograms without a tag have an empty one. A table of percentiles is one
 * histogram, in nanoseconds.
 *
 * @param byTag in the order in which the log has them
 * @param intervals how many histograms there were
 * @param means in nanoseconds or whatever the log counts, by tag. A table says its own: that of its
 *     histogram would be too long, as all durations between two lines count as the longer one. NaN
 *     where it does not say it
 */
public record IntervalLog(Map<String, Histogram> byTag, long intervals, Map<String, Double> means) {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** Whether a path looks like one. */
  public static boolean isNamed(Path file) {
    return (file.toString().endsWith(".hlog") || isTable(file)) && Files.isRegularFile(file);
  }

  /** Whether a path looks like a table of percentiles. */
  public static boolean isTable(Path file) {
    return file.toString().endsWith(".hgrm");
  }

  /**
   * Reads one.
   *
   * @throws UnreadableResultException if it is none, or damaged
   */
  public static IntervalLog read(Path file) {
    if (isTable(file)) {
      return table(file);
    }
    Map<String, Histogram> byTag = new LinkedHashMap<>();
    long intervals = 0;
    try (InputStream in = Files.newInputStream(file);
        HistogramLogReader log = new HistogramLogReader(in)) {
      while (log.hasNext()) {
        EncodableHistogram interval = log.nextIntervalHistogram();
        if (interval instanceof Histogram histogram) {
          String tag = histogram.getTag() == null ? "" : histogram.getTag();
          byTag.computeIfAbsent(tag, one -> new Histogram(SIGNIFICANT_DIGITS)).add(histogram);
          intervals++;
        }
      }
    } catch (NoSuchFileException missing) {
      throw new UnreadableResultException(file + ": no such file");
    } catch (IOException | RuntimeException damaged) {
      // HdrHistogram's reader throws whatever its parsers throw.
      throw new UnreadableResultException(file + ": no log of histograms, or damaged");
    }
    if (intervals == 0) {
      throw new UnreadableResultException(file + ": there is no histogram in it");
    }
    Map<String, Double> means = new LinkedHashMap<>();
    byTag.forEach((tag, histogram) -> means.put(tag, histogram.getMean()));
    return new IntervalLog(byTag, intervals, means);
  }

  private static IntervalLog table(Path file) {
    PercentileTable durations;
    try (InputStream in = Files.newInputStream(file)) {
      durations = PercentileTable.read(in, SIGNIFICANT_DIGITS);
    } catch (IOException | RuntimeException damaged) {
      throw new UnreadableResultException(file + ": no table of percentiles, or damaged");
    }
    if (durations.histogram().getTotalCount() == 0) {
      throw new UnreadableResultException(
          file + ": no table of percentiles; its lines are a value, its percentile and a count");
    }
    return new IntervalLog(Map.of("", durations.histogram()), 1, Map.of("", durations.meanNanos()));
  }

  /** All logs as one: histograms of a tag are added, in whatever order. */
  public static IntervalLog merged(Collection<IntervalLog> logs) {
    Map<String, Histogram> byTag = new LinkedHashMap<>();
    Map<String, Double> sums = new LinkedHashMap<>();
    long intervals = 0;
    for (IntervalLog log : logs) {
      intervals += log.intervals;
      log.byTag.forEach(
          (tag, histogram) -> {
            byTag.computeIfAbsent(tag, one -> new Histogram(SIGNIFICANT_DIGITS)).add(histogram);
            sums.merge(tag, log.mean(tag) * histogram.getTotalCount(), Double::sum);
          });
    }
    Map<String, Double> means = new LinkedHashMap<>();
    byTag.forEach(
        (tag, histogram) ->
            means.put(tag, sums.getOrDefault(tag, Double.NaN) / histogram.getTotalCount()));
    return new IntervalLog(byTag, intervals, means);
  }

  /** The mean of a tag's durations; NaN where it is not known. */
  public double mean(String tag) {
    return means.getOrDefault(tag, Double.NaN);
  }
}
