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
 * histograms, by tag. Histograms without a tag have an empty one.
 *
 * @param byTag in the order in which the log has them
 * @param intervals how many histograms there were
 */
public record IntervalLog(Map<String, Histogram> byTag, long intervals) {
  private static final int SIGNIFICANT_DIGITS = 3;

  /** Whether a path looks like one. */
  public static boolean isNamed(Path file) {
    return file.toString().endsWith(".hlog") && Files.isRegularFile(file);
  }

  /**
   * Reads one.
   *
   * @throws UnreadableResultException if it is none, or damaged
   */
  public static IntervalLog read(Path file) {
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
