package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Cause;
import io.anteroom.report.facts.Block.Causes;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Why;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.CarriersHeld;
import io.anteroom.result.FigureText;
import io.anteroom.result.FlightReport;
import io.anteroom.result.FlightReport.Reason;
import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import java.util.ArrayList;
import java.util.List;

/** What the flight recording showed: pins, usable rooms, contended monitors, and lost events. */
final class CarrierFacts {
  private CarrierFacts() {}

  static List<Block> of(RunResult result, int rooms) {
    Pinning pinning = result.pinning();
    return List.of(
        new Facts(List.of(Fact.of("pinned", pinned(pinning, result.flight())))),
        new Causes(pinning.sites().stream().map(CarrierFacts::cause).toList()),
        new Facts(others(result, rooms)));
  }

  private static String pinned(Pinning pinning, FlightReport flight) {
    Long count = pinning.count();
    if (count == null) {
      return flight.pinsUnknown();
    }
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

  private static Cause cause(Site site) {
    return new Cause(
        site.frame(),
        FigureText.count(site.count(), "time"),
        FigureText.duration(site.nanos())
            + " in all, longest "
            + FigureText.duration(site.largestNanos()),
        site.reasons().stream().map(CarrierFacts::why).toList());
  }

  private static Why why(Reason reason) {
    String figures =
        FigureText.count(reason.count(), "time") + ", " + FigureText.duration(reason.nanos());
    return new Why(reason.reason(), figures + " in all", reason.stack());
  }

  private static List<Fact> others(RunResult result, int rooms) {
    List<Fact> facts = new ArrayList<>();
    Long effective = result.pinning().effectiveRooms();
    if (effective != null) {
      facts.add(
          Fact.of(
              "in use",
              "%s of %s rooms while persons waited"
                  .formatted(FigureText.count(effective), FigureText.count(rooms))));
    }
    FlightReport flight = result.flight();
    CarriersHeld held = result.pinning().carriersHeld();
    if (held != null && held.atEnd() != null) {
      facts.add(
          Fact.of(
              "at the end",
              "%s of %s carriers held"
                  .formatted(
                      FigureText.count(held.atEnd().longValue()),
                      FigureText.count(held.carriers()))));
    }
    flight.waitsByRoom().stream()
        .limit(1)
        .map(
            worst ->
                "for room %s: %s waits, %s in all"
                    .formatted(
                        FigureText.count(worst.room()),
                        FigureText.count(worst.count()),
                        FigureText.duration((double) worst.nanos())))
        .forEach(worst -> facts.add(Fact.of("most waited", worst)));
    if (flight.contention() != null && flight.contention().count() > 0) {
      facts.add(
          Fact.of(
              "monitors",
              "%s · %s waited"
                  .formatted(
                      FigureText.count(
                          flight.contention().count(), "contended entry", "contended entries"),
                      FigureText.duration((double) flight.contention().nanos()))));
    }
    if (flight.lost() > 0) {
      facts.add(
          Fact.of(
              "flight",
              Mark.BAD,
              FigureText.count(flight.lost(), "event was", "events were") + " lost"));
    }
    flight.problems().forEach(problem -> facts.add(Fact.of("flight", Mark.BAD, problem)));
    return facts;
  }
}
