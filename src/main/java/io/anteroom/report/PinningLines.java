package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.FlightReport;
import io.anteroom.result.FlightReport.Blocked;
import io.anteroom.result.FlightReport.RoomWaits;
import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the flight recording showed: pins, usable rooms, contended monitors, and lost events. */
final class PinningLines {
  private static final int MOST_SITES = 3;

  private final RunResult result;
  private final int rooms;
  private final Facts facts;

  PinningLines(RunResult result, int rooms, Facts facts) {
    this.result = result;
    this.rooms = rooms;
    this.facts = facts;
  }

  void print() {
    Pinning pinning = result.pinning();
    Long count = pinning.count();
    if (count == null) {
      facts.fact("pinned", "not recorded (jfr off)");
    } else {
      facts.fact("pinned", pinned(pinning, count));
      printSites(pinning.sites());
    }
    Long effective = pinning.effectiveRooms();
    if (effective != null) {
      facts.fact(
          "in use",
          "%s of %s rooms while persons waited"
              .formatted(FigureText.count(effective), FigureText.count(rooms)));
    }
    printWaits(result.flight().waitsByRoom());
    printContention(result.flight().contention());
    printTroubles(result.flight());
  }

  private static String pinned(Pinning pinning, long count) {
    Long nanos = pinning.carrierNanos();
    Double share = pinning.carrierShare();
    Long largest = pinning.largestNanos();
    if (count == 0 || nanos == null || share == null || largest == null) {
      return "never, as far as this JDK shows it";
    }
    return "%s times · %s of carrier time (%s) · longest %s"
        .formatted(
            FigureText.count(count),
            FigureText.duration((double) nanos),
            FigureText.share(share),
            FigureText.duration((double) largest));
  }

  private void printSites(List<Site> sites) {
    for (Site site : sites.subList(0, Math.min(sites.size(), MOST_SITES))) {
      facts.fact("", site.frame());
      String reason = site.reasons().isEmpty() ? "" : " · " + site.reasons().getFirst().reason();
      facts.fact("", "  " + FigureText.count(site.count()) + " times" + reason);
    }
    if (sites.size() > MOST_SITES) {
      facts.fact("", (sites.size() - MOST_SITES) + " more causes in result.json");
    }
  }

  private void printWaits(List<RoomWaits> rooms) {
    if (!rooms.isEmpty()) {
      RoomWaits worst = rooms.getFirst();
      facts.fact(
          "most waited",
          "for room %s: %s waits, %s in all"
              .formatted(
                  FigureText.count(worst.room()),
                  FigureText.count(worst.count()),
                  FigureText.duration((double) worst.nanos())));
    }
  }

  private void printContention(@Nullable Blocked contention) {
    if (contention != null && contention.count() > 0) {
      facts.fact(
          "monitors",
          "%s contended entries · %s waited"
              .formatted(
                  FigureText.count(contention.count()),
                  FigureText.duration((double) contention.nanos())));
    }
  }

  private void printTroubles(FlightReport flight) {
    if (flight.lost() > 0) {
      facts.fact("flight", Mark.BAD, FigureText.count(flight.lost()) + " events were lost");
    }
    for (String problem : flight.problems()) {
      facts.fact("flight", Mark.BAD, problem);
    }
  }
}
