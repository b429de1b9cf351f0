package io.anteroom.run.engine;

import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.flight.Site;
import io.anteroom.measure.flight.Tally;
import io.anteroom.result.FlightReport;
import io.anteroom.result.FlightReport.Blocked;
import io.anteroom.result.FlightReport.Reason;
import io.anteroom.result.Latency;
import java.util.List;

/** The places in programs that a recording saw, as a result has them: the worst of them. */
final class RecordedSites {
  private static final int MOST = 50;

  private RecordedSites() {}

  static List<FlightReport.Site> of(List<Site> sites) {
    return sites.stream().limit(MOST).map(RecordedSites::site).toList();
  }

  static Blocked blocked(Tally total, List<Site> sites) {
    return new Blocked(total.count(), total.nanos(), total.largestNanos(), of(sites));
  }

  private static FlightReport.Site site(Site site) {
    return new FlightReport.Site(
        site.frame(),
        site.tally().count(),
        site.tally().nanos(),
        site.tally().largestNanos(),
        Latency.of(site.histogram()),
        site.reasons().stream().map(RecordedSites::reason).toList());
  }

  private static Reason reason(Site.Reason reason) {
    List<String> stack =
        reason.paths().isEmpty()
            ? List.of()
            : reason.paths().getFirst().stack().frames().stream().map(Frame::toString).toList();
    return new Reason(reason.reason(), reason.tally().count(), reason.tally().nanos(), stack);
  }
}
