package io.anteroom.report;

import io.anteroom.result.Run;
import io.anteroom.result.store.HistogramLog;
import java.io.IOException;
import java.io.OutputStream;

/** The durations as HdrHistogram's {@link HistogramLog interval log}. */
public final class HlogReport implements ReportFormat {
  @Override
  public String name() {
    return "hlog";
  }

  @Override
  public String meaning() {
    return "HdrHistogram's log: a histogram for each interval";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    Printed.write(out, printer -> HistogramLog.print(run, printer));
  }
}
