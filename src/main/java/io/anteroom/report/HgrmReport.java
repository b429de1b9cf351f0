package io.anteroom.report;

import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * HdrHistogram's table of percentiles, of the wait: columns Value, Percentile, TotalCount and
 * 1/(1-Percentile), which the usual plotters read. Values are in milliseconds, the unit in which
 * wrk2 and HistogramLogProcessor print and which those plotters presume, with six decimals: to the
 * nanosecond. HdrHistogram's own table has three, so that a wait below a microsecond is 0.
 *
 * <p>As in that table, the last three lines begin with {@code #[}, and no value touches the left
 * edge: there are plotters that skip three lines, and such that look for a space before a value.
 */
public final class HgrmReport implements ReportFormat {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int TICKS_PER_HALF_DISTANCE = 5;
  private static final double HUNDRED = 100;
  private static final int SUB_BUCKETS = 2048;
  private static final int LEAST_BUCKET_BITS = Integer.numberOfTrailingZeros(SUB_BUCKETS);

  @Override
  public String name() {
    return "hgrm";
  }

  @Override
  public String meaning() {
    return "HdrHistogram's table of percentiles, of the wait";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    Printed.write(out, printer -> print(run.histograms().wait, printer));
  }

  private static void print(Histogram waits, PrintStream printer) {
    printer.printf(
        Locale.ROOT,
        "%21s %14s %10s %14s\n\n",
        "Value",
        "Percentile",
        "TotalCount",
        "1/(1-Percentile)");
    for (HistogramIterationValue row : waits.percentiles(TICKS_PER_HALF_DISTANCE)) {
      print(row, printer);
    }
    Latency brief = Latency.of(waits);
    printer.printf(
        Locale.ROOT,
        "#[Mean    = %12.6f, StdDeviation   = %12.6f]\n",
        brief.meanNanos() / NANOS_PER_MILLI,
        brief.stddevNanos() / NANOS_PER_MILLI);
    printer.printf(
        Locale.ROOT,
        "#[Max     = %12.6f, Total count    = %12d]\n",
        waits.getMaxValue() / NANOS_PER_MILLI,
        waits.getTotalCount());
    printer.printf(
        Locale.ROOT,
        "#[Buckets = %12d, SubBuckets     = %12d, Unit = milliseconds]\n",
        buckets(waits.getMaxValue()),
        SUB_BUCKETS);
  }

  /** The last row has no fourth column. */
  private static void print(HistogramIterationValue row, PrintStream printer) {
    double millis = row.getValueIteratedTo() / NANOS_PER_MILLI;
    double share = row.getPercentileLevelIteratedTo() / HUNDRED;
    long count = row.getTotalCountToThisValue();
    if (share == 1) {
      printer.printf(Locale.ROOT, "%21.6f %2.12f %10d\n", millis, share, count);
    } else {
      printer.printf(
          Locale.ROOT, "%21.6f %2.12f %10d %14.2f\n", millis, share, count, 1 / (1 - share));
    }
  }

  /** How many doublings of the range a histogram of three digits has, up to that duration. */
  private static int buckets(long mostNanos) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(mostNanos);
    return Math.max(bits - LEAST_BUCKET_BITS, 0) + 1;
  }
}
