package io.anteroom.report.html;

import io.anteroom.result.FigureText;
import io.anteroom.result.FlightReport.Reason;
import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import io.jstach.jstache.JStache;
import java.util.List;

/**
 * Where persons held their carriers, by cause, each with its stack.
 *
 * @param summary in one sentence
 * @param blind what this JDK can't show
 */
@JStache(path = "io/anteroom/report/html/pins.mustache")
record PinSection(String summary, List<Cause> causes, List<String> blind) implements Section {

  /** A place that held carriers. */
  record Cause(String frame, String figures, List<Why> reasons) {}

  /** Why, and from where. */
  record Why(String text, List<String> stack) {}

  static PinSection of(RunResult result, int rooms) {
    return new PinSection(
        summary(result.pinning(), rooms),
        result.pinning().sites().stream().map(PinSection::cause).toList(),
        result.flight().notObservable());
  }

  private static String summary(Pinning pinning, int rooms) {
    Long count = pinning.count();
    if (count == null) {
      return "Pins were not recorded (jfr off).";
    }
    Long nanos = pinning.carrierNanos();
    Double share = pinning.carrierShare();
    Long effective = pinning.effectiveRooms();
    String use =
        effective == null
            ? ""
            : " While persons waited, %s of %s rooms were in use."
                .formatted(FigureText.count(effective), FigureText.count(rooms));
    return count == 0 || nanos == null || share == null
        ? "No person held its carrier, as far as this JDK shows it." + use
        : "Persons held their carrier %s times, %s in all: %s of the carriers' time.%s"
            .formatted(
                FigureText.count(count),
                FigureText.duration(nanos.longValue()),
                FigureText.share(share),
                use);
  }

  private static Cause cause(Site site) {
    return new Cause(
        site.frame(),
        figures(site.count(), site.nanos())
            + ", longest "
            + FigureText.duration(site.largestNanos()),
        site.reasons().stream().map(PinSection::why).toList());
  }

  private static Why why(Reason reason) {
    return new Why(
        reason.reason() + ": " + figures(reason.count(), reason.nanos()), reason.stack());
  }

  private static String figures(long count, long nanos) {
    return FigureText.count(count) + " times, " + FigureText.duration(nanos) + " in all";
  }

  @Override
  public String id() {
    return "pins";
  }

  @Override
  public String heading() {
    return "Held carriers";
  }

  boolean flame() {
    return causes.stream()
        .flatMap(cause -> cause.reasons().stream())
        .anyMatch(reason -> !reason.stack().isEmpty());
  }

  @Override
  public String html() {
    return PinSectionRenderer.of().execute(this);
  }
}
