package io.anteroom.report;

import io.anteroom.measure.FirstVisits;
import io.anteroom.result.Run;
import io.anteroom.result.store.VisitRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The first {@value FirstVisits#MOST} visits, for timelines: one row a visit with its person, its
 * room (both from 0), with several pools its pool, when it was intended, entered and left or gave
 * up in nanoseconds since the start of the run, its outcome and its refusals. They come in the
 * order in which they entered, gave up or were turned away; those that still waited at the end come
 * last. The warm-up is included; of several replications it is the first one's visits.
 */
public final class VisitsReport implements ReportFormat {
  @Override
  public String name() {
    return "visits";
  }

  @Override
  public String meaning() {
    return "the first visits, one a line, as CSV";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(
        VisitRows.write(run.visits(), run.scenario().poolNames()).getBytes(StandardCharsets.UTF_8));
  }
}
