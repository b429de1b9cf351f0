package io.anteroom.report;

import io.anteroom.result.Run;
import java.io.IOException;
import java.io.OutputStream;

/**
 * HdrHistogram's table of percentiles, of the wait: columns Value, Percentile, TotalCount and
 * 1/(1-Percentile), which the usual plotters read. Values are in milliseconds with three decimals,
 * the unit in which wrk2 and HistogramLogProcessor print and which those plotters presume.
 */
public final class HgrmReport implements ReportFormat {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int TICKS_PER_HALF_DISTANCE = 5;

  @Override
  public String name() {
    return "hgrm";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    Printed.write(
        out,
        printer ->
            run.histograms()
                .wait
                .outputPercentileDistribution(printer, TICKS_PER_HALF_DISTANCE, NANOS_PER_MILLI));
  }
}
