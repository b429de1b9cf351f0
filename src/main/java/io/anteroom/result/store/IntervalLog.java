package io.anteroom.result.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
 */
public record IntervalLog(Map<String, Histogram> byTag, long intervals) {
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
    return new IntervalLog(byTag, intervals);
  }

  private static IntervalLog table(Path file) {
    Histogram durations;
    try (InputStream in = Files.newInputStream(file)) {
      durations = PercentileTable.read(in, SIGNIFICANT_DIGITS);
    } catch (IOException | RuntimeException damaged) {
      throw new UnreadableResultException(file + ": no table of percentiles, or damaged");
    }
    if (durations.getTotalCount() == 0) {
      throw new UnreadableResultException(
          file + ": no table of percentiles; its lines are a value, its percentile and a count");
    }
    return new IntervalLog(Map.of("", durations), 1);
  }

  /** All logs as one: histograms of a tag are added, in whatever order. */
  public static IntervalLog merged(Collection<IntervalLog> logs) {
    Map<String, Histogram> byTag = new LinkedHashMap<>();
    long intervals = 0;
    for (IntervalLog log : logs) {
      intervals += log.intervals;
      List<String> tags = new ArrayList<>(log.byTag.keySet());
      for (String tag : tags) {
        byTag
            .computeIfAbsent(tag, one -> new Histogram(SIGNIFICANT_DIGITS))
            .add(log.byTag.get(tag));
      }
    }
    return new IntervalLog(byTag, intervals);
  }
}
