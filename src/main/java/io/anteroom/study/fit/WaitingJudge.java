package io.anteroom.study.fit;

import io.anteroom.statistics.RankCorrelation;
import io.anteroom.study.fit.reader.Requests;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says whether durations contain waiting, and takes it out where the rooms are known. */
final class WaitingJudge {
  private static final int LEAST = 100;
  private static final double SIGNIFICANT = 0.001;
  private static final double NOTABLE = 0.1;

  private final List<FitFinding> findings;

  WaitingJudge(List<FitFinding> findings) {
    this.findings = findings;
  }

  /**
   * The requests with their holds.
   *
   * @param rooms that the measured system had; null: not known
   * @param inFlight at most
   */
  Requests holds(Requests requests, @Nullable Integer rooms, long inFlight) {
    if (rooms != null && inFlight > rooms) {
      findings.add(
          FitFinding.notice(
              "rooms",
              String.format(
                  Locale.ROOT,
                  "up to %,d were in flight at once, more than the rooms that --rooms names (%,d):"
                      + " up to %,d waited, or there were more rooms",
                  inFlight,
                  rooms,
                  inFlight - rooms),
              null));
    }
    if (requests.size() < LEAST || requests.spanNanos() == 0) {
      return requests;
    }
    judge(requests, rooms);
    if (rooms == null) {
      return requests;
    }
    Waiting waiting = Waiting.of(requests, rooms);
    String share = String.format(Locale.ROOT, "%.1f%%", 100.0 * waiting.waited() / requests.size());
    findings.add(
        waiting.exact()
            ? FitFinding.fine(
                "waiting",
                "with "
                    + rooms
                    + " rooms in order of arrival, "
                    + share
                    + " of them waited; their waits are taken out",
                null)
            : FitFinding.notice(
                "waiting",
                "they were not served in order of arrival by "
                    + rooms
                    + " rooms: "
                    + share
                    + " found no room free, and only the holds of the others are taken",
                null));
    return waiting.requests();
  }

  private void judge(Requests requests, @Nullable Integer rooms) {
    InFlight inFlight = new InFlight(requests);
    RankCorrelation grows = RankCorrelation.of(inFlight.durations(), inFlight.seen());
    String rho = String.format(Locale.ROOT, "ρ %.2f", grows.rho());
    if (grows.p() < SIGNIFICANT && grows.rho() > NOTABLE) {
      findings.add(
          FitFinding.notice(
              "waiting",
              "durations grow with the number in flight ("
                  + rho
                  + "): they contain waiting, requests slow each other down, or busy times bring"
                  + " longer ones"
                  + (rooms == null ? "; say how many rooms there were with --rooms" : ""),
              grows.p()));
    } else {
      findings.add(
          FitFinding.fine(
              "waiting",
              "durations do not grow with the number in flight (" + rho + ")",
              grows.p()));
    }
  }
}
