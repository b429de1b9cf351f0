package io.anteroom.report;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * HdrHistogram's interval log, version 1.3, with the tags {@code wait}, {@code hold}, {@code
 * response} and, where there are any, {@code uncorrectedWait}, {@code abandonedWait}, {@code
 * lateness} (of visits) and {@code canary} (its lateness). Durations are in nanoseconds; the column
 * of the maximum is in milliseconds, as is usual. A run without intervals is one interval.
 */
public final class HlogReport implements ReportFormat {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public String name() {
    return "hlog";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    Printed.write(out, printer -> print(run, printer));
  }

  private static void print(Run run, PrintStream printer) {
    HistogramLogWriter log = new HistogramLogWriter(printer);
    long startMillis =
        OffsetDateTime.parse(run.result().environment().startedAt()).toInstant().toEpochMilli();
    log.outputLogFormatVersion();
    log.outputComment("[Anteroom " + run.scenario().name() + ": durations in nanoseconds]");
    log.outputBaseTime(startMillis);
    log.outputStartTime(startMillis);
    log.outputLegend();
    for (IntervalRecord interval : intervals(run)) {
      print(interval, "wait", interval.waits().histogram(), log);
      printIfAny(interval, "uncorrectedWait", interval.uncorrectedWaits().histogram(), log);
      print(interval, "hold", interval.holds().histogram(), log);
      print(interval, "response", interval.responses().histogram(), log);
      printIfAny(interval, "abandonedWait", interval.abandonedWaits().histogram(), log);
      printIfAny(interval, "lateness", interval.latenesses().histogram(), log);
      printIfAny(interval, "canary", interval.canary().histogram(), log);
    }
  }

  private static void printIfAny(
      IntervalRecord interval, String tag, Histogram histogram, HistogramLogWriter log) {
    if (histogram.getTotalCount() > 0) {
      print(interval, tag, histogram, log);
    }
  }

  private static List<IntervalRecord> intervals(Run run) {
    Histograms whole = run.histograms();
    return run.intervals().isEmpty()
        ? List.of(IntervalRecord.of(0, run.result().windowNanos(), whole))
        : run.intervals();
  }

  private static void print(
      IntervalRecord interval, String tag, Histogram histogram, HistogramLogWriter log) {
    histogram.setTag(tag);
    log.outputIntervalHistogram(
        interval.startNanos() / NANOS_PER_SECOND,
        interval.endNanos() / NANOS_PER_SECOND,
        histogram,
        NANOS_PER_MILLI);
  }
}
