package io.anteroom.result.store;

import io.anteroom.measure.CompressedHistogram;
import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * HdrHistogram's interval log, version 1.3, with the words of the {@link DurationKind kinds} as its
 * tags. Durations are in nanoseconds; the column of the maximum is in milliseconds, as is usual. A
 * run without intervals is one interval.
 */
public final class HistogramLog {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final String TAG = "Tag=";
  private static final String POOL = "pool.";
  private static final String CLASS = "class.";

  private HistogramLog() {}

  public static void print(Run run, PrintStream printer) {
    HistogramLogWriter log = new HistogramLogWriter(printer);
    long startMillis =
        OffsetDateTime.parse(run.result().environment().startedAt()).toInstant().toEpochMilli();
    log.outputLogFormatVersion();
    log.outputComment("[Anteroom " + run.scenario().name() + ": durations in nanoseconds]");
    log.outputBaseTime(startMillis);
    log.outputStartTime(startMillis);
    log.outputLegend();
    for (IntervalRecord interval : intervals(run)) {
      for (DurationKind kind : DurationKind.values()) {
        if (kind.always() || interval.histograms().containsKey(kind)) {
          CompressedHistogram durations = interval.kept(kind).compressed();
          print(printer, kind.word(), interval.startNanos(), interval.endNanos(), durations);
        }
      }
    }
    printParts(run, printer);
  }

  /** A part is one interval, as long as the run. */
  private static void printParts(Run run, PrintStream printer) {
    List<PartResult> parts = run.result().parts();
    long lastNanos = intervals(run).getLast().endNanos();
    for (PartResult part : parts == null ? List.<PartResult>of() : parts) {
      Histograms recorded = run.parts().getOrDefault(part.label(), Histograms.empty());
      for (DurationKind kind : DurationKind.values()) {
        Histogram histogram = recorded.of(kind);
        if (histogram.getTotalCount() > 0) {
          CompressedHistogram durations = CompressedHistogram.of(histogram);
          print(printer, tag(part.label()) + kind.word(), 0, lastNanos, durations);
        }
      }
    }
  }

  /** As {@link HistogramLogWriter} has it, which can't be told how hard to compress. */
  private static void print(
      PrintStream printer,
      String tag,
      long startNanos,
      long endNanos,
      CompressedHistogram durations) {
    double startSeconds = startNanos / NANOS_PER_SECOND;
    printer.printf(
        Locale.ROOT,
        TAG + "%s,%.3f,%.3f,%.3f,%s\n",
        tag,
        startSeconds,
        endNanos / NANOS_PER_SECOND - startSeconds,
        durations.longestNanos() / NANOS_PER_MILLI,
        durations.base64());
  }

  /** Names of pools and classes have no dots, so that this can be told from any other. */
  private static String tag(PartLabel part) {
    String pool = part.pool() == null ? "" : POOL + part.pool() + ".";
    String personClass = part.personClass() == null ? "" : CLASS + part.personClass() + ".";
    return pool + personClass;
  }

  /**
   * What a log holds of these parts.
   *
   * @throws IOException if the log can't be read
   * @throws UnreadableResultException if it is none
   */
  static Map<PartLabel, Histograms> readParts(Path log, List<PartResult> parts) throws IOException {
    Map<String, PartLabel> labels = new HashMap<>();
    Map<PartLabel, Histograms> recorded = new HashMap<>();
    for (PartResult part : parts) {
      labels.put(tag(part.label()), part.label());
      recorded.put(part.label(), Histograms.empty());
    }
    for (List<Line> lines : lines(log, true)) {
      for (Line line : lines) {
        int kind = line.tag.lastIndexOf('.') + 1;
        Histograms part = recorded.get(labels.get(line.tag.substring(0, kind)));
        if (part == null) {
          throw new UnreadableResultException(log + ": unknown tag " + line.tag);
        }
        Line ofKind =
            new Line(line.tag.substring(kind), line.startNanos, line.endNanos, line.encoded);
        part.add(decoded(List.of(ofKind), log));
      }
    }
    return recorded;
  }

  private static List<IntervalRecord> intervals(Run run) {
    return run.intervals().isEmpty()
        ? List.of(IntervalRecord.of(0, run.result().windowNanos(), run.histograms()))
        : run.intervals();
  }

  /**
   * The intervals of a log, in order of time.
   *
   * @param all gets all that was recorded
   * @throws IOException if the log can't be read
   * @throws UnreadableResultException if it is none
   */
  static List<IntervalRecord> read(Path log, Histograms all) throws IOException {
    List<IntervalRecord> records = new ArrayList<>();
    for (List<Line> lines : lines(log, false)) {
      Histograms part = decoded(lines, log);
      all.add(part);
      Line first = lines.getFirst();
      records.add(IntervalRecord.of(first.startNanos, first.endNanos, part));
    }
    return records;
  }

  /** What was recorded with that tag between two times since the start of the run. */
  private record Line(String tag, long startNanos, long endNanos, String encoded) {}

  /**
   * In order of time, those of one interval together, of parts or of the whole; still encoded,
   * which takes a thousandth of the memory. HdrHistogram's own reader cuts times down to a
   * millisecond, not always the right one, so only the histograms are left to it.
   */
  private static List<List<Line>> lines(Path log, boolean ofParts) throws IOException {
    Map<Long, List<Line>> lines = new TreeMap<>();
    for (String text : Files.readAllLines(log)) {
      if (text.startsWith(TAG)) {
        try {
          Line line = line(text.substring(TAG.length()).split(",", -1));
          boolean ofPart = line.tag.startsWith(POOL) || line.tag.startsWith(CLASS);
          if (ofPart == ofParts) {
            lines.computeIfAbsent(line.startNanos, start -> new ArrayList<>()).add(line);
          }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
          throw notALog(log);
        }
      }
    }
    return List.copyOf(lines.values());
  }

  /** A line is: tag, start and length in seconds, maximum, histogram. */
  private static Line line(String[] fields) {
    BigDecimal start = new BigDecimal(fields[1]);
    BigDecimal end = start.add(new BigDecimal(fields[2]));
    return new Line(
        fields[0],
        start.movePointRight(9).longValue(),
        end.movePointRight(9).longValue(),
        fields[4]);
  }

  private static Histograms decoded(List<Line> lines, Path log) {
    Histograms part = Histograms.empty();
    for (Line line : lines) {
      Histogram histogram = of(part, line.tag, log);
      try {
        ByteBuffer compressed = ByteBuffer.wrap(Base64.getDecoder().decode(line.encoded));
        histogram.add(Histogram.decodeFromCompressedByteBuffer(compressed, 0));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DataFormatException e) {
        throw notALog(log);
      }
    }
    return part;
  }

  private static UnreadableResultException notALog(Path log) {
    return new UnreadableResultException(log + ": not a log of histograms");
  }

  private static Histogram of(Histograms histograms, String tag, Path log) {
    return DurationKind.of(tag)
        .map(histograms::of)
        .orElseThrow(() -> new UnreadableResultException(log + ": unknown tag " + tag));
  }
}
