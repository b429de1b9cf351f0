package io.anteroom.report.live;

import io.anteroom.measure.flight.Tally;
import io.anteroom.report.Style;
import io.anteroom.result.FigureText;
import io.anteroom.run.engine.Snapshot;
import io.anteroom.run.engine.Snapshot.Counts;
import io.anteroom.run.engine.Snapshot.Processors;
import io.anteroom.run.engine.Waits;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run in real time at one moment, as lines: the same from the same snapshot. */
final class RunView {
  private static final int COLUMN = 10;
  private static final double STILL_NANOS = 1e9;

  private final Canvas canvas;
  private final Style style;
  private final Snapshot now;

  private RunView(Canvas canvas, Snapshot now) {
    this.canvas = canvas;
    this.style = canvas.style();
    this.now = now;
  }

  /**
   * The view's lines, fewer than the canvas has rows and none wider than it is.
   *
   * @param waiting the course of the line's length
   * @param throughput the course of the visits completed, per second
   */
  static List<String> lines(
      Canvas canvas, Snapshot now, List<Double> waiting, List<Double> throughput) {
    RunView view = new RunView(canvas, now);
    List<String> lines = new ArrayList<>();
    lines.add(Heading.title(canvas, now.scenario(), now.elapsedNanos()));
    lines.add(view.progress());
    lines.add("");
    lines.add(view.roomsTaken());
    lines.addAll(
        now.pools().isEmpty()
            ? RoomGrid.of(now.scenario().facility(), canvas).lines(canvas, now.rooms())
            : PoolRows.lines(canvas, now.pools()));
    lines.add("");
    lines.addAll(
        Chart.lines(
            canvas,
            "waiting",
            FigureText.count(now.counts().waiting()),
            waiting,
            most -> FigureText.count(Math.round(most))));
    lines.addAll(
        Chart.lines(
            canvas,
            "throughput",
            FigureText.rate(now.progress().completedPerSecond()),
            throughput,
            FigureText::rate));
    lines.add("");
    lines.addAll(view.waits());
    lines.add("");
    lines.add(view.machine());
    lines.add(view.visits());
    return List.copyOf(lines);
  }

  private String progress() {
    double share = share();
    double elapsed = now.elapsedNanos() / 1e9;
    boolean known = share > 0 && share < 1 && now.state().stillNanos() <= STILL_NANOS;
    double left = !known ? -1 : elapsed * (1 - share) / share;
    LiveLine line = Heading.bar(canvas, share, left);
    return addState(line).text();
  }

  /** Of the visits where their number is known, else of the time; -1: neither is known. */
  private double share() {
    Demand demand = now.scenario().demand();
    long visits = demand.expectedVisits();
    if (visits > 0) {
      return (double) (now.counts().done() + now.counts().turnedAway()) / visits;
    }
    Duration duration = demand.duration();
    return duration == null ? -1 : Math.min(now.elapsedNanos() / (double) duration.toNanos(), 1);
  }

  private LiveLine addState(LiveLine line) {
    Duration duration = now.scenario().demand().duration();
    if (now.state().over()) {
      return line.add(style::strong, "over");
    }
    if (now.state().stillNanos() > STILL_NANOS) {
      String still = Heading.seconds(now.state().stillNanos() / 1e9);
      return line.add(style::orange, "✗ nothing moves for " + still);
    }
    if (now.elapsedNanos() < now.state().warmupNanos()) {
      return line.add(style::strong, "warm-up");
    }
    boolean arrivalsOver = duration != null && now.elapsedNanos() > duration.toNanos();
    return arrivalsOver ? line.add(style::strong, "those present drain") : line;
  }

  private String roomsTaken() {
    long taken = now.rooms().stream().mapToLong(Snapshot.RoomGroup::occupied).sum();
    Scenario.Facility facility = now.scenario().facility();
    return LiveLine.labelled(canvas, "rooms")
        .add(style::strong, FigureText.count(taken))
        .add(
            facility.plan() == null
                ? " of " + FigureText.count(facility.rooms()) + " taken"
                : " taken, " + FigureText.count(now.progress().rooms()) + " open")
        .text();
  }

  private List<String> waits() {
    LiveLine headings = LiveLine.labelled(canvas, "wait");
    for (String heading : List.of("p50", "p90", "p99", "max", "visits")) {
      headings.endingAt(column(headings), style::faint, heading);
    }
    return List.of(
        headings.text(),
        waits("last second", now.progress().lastSecond()),
        waits("so far", now.progress().overall()));
  }

  private static int column(LiveLine line) {
    return Canvas.MARGIN + ((line.columns() - Canvas.MARGIN) / COLUMN + 1) * COLUMN;
  }

  private String waits(String label, Waits waits) {
    LiveLine line = LiveLine.labelled(canvas, label);
    List<String> figures =
        List.of(
            text(waits.known(50), waits.p50Nanos()),
            text(waits.known(90), waits.p90Nanos()),
            text(waits.known(99), waits.p99Nanos()),
            text(waits.count() > 0, waits.maxNanos()));
    for (String figure : figures) {
      line.endingAt(column(line), style::strong, figure);
    }
    return line.endingAt(column(line), text -> text, FigureText.count(waits.count())).text();
  }

  private static String text(boolean known, long nanos) {
    return known ? FigureText.duration(nanos) : FigureText.NONE;
  }

  private String machine() {
    Processors processors = now.processors();
    LiveLine line = LiveLine.labelled(canvas, "machine");
    String busy =
        processors.busy() < 0 ? "–" : String.format(Locale.ROOT, "%.1f", processors.busy());
    line.add("CPU " + busy + " of " + processors.count());
    line.add(
        " · canary %s late, at most %s"
            .formatted(
                FigureText.duration(processors.canaryNanos()),
                FigureText.duration(processors.canaryMaxNanos())));
    if (processors.held() > 0) {
      String held =
          "%d of %d carriers held".formatted(processors.held(), processors.carrierCount());
      line.add(" · ").add(style::orange, held);
    }
    Tally pins = processors.pins();
    if (pins != null) {
      line.add(" · ");
      String count = FigureText.count(pins.count(), "pin");
      line.add(
          pins.count() > 0 ? style::orange : text -> text,
          pins.count() > 0 ? count + ", " + FigureText.duration(pins.nanos()) : count);
    }
    return line.text();
  }

  private String visits() {
    Counts counts = now.counts();
    LiveLine line = LiveLine.labelled(canvas, "visits");
    line.add(FigureText.count(counts.done()) + " over");
    addIfAny(line, counts.abandoned(), " abandoned");
    addIfAny(line, counts.turnedAway(), " turned away");
    addIfAny(line, counts.refusals(), counts.refusals() == 1 ? " refusal" : " refusals");
    if (counts.violations() > 0) {
      line.add(" · ").add(style::orange, "✗ " + FigureText.count(counts.violations(), "violation"));
    }
    return line.text();
  }

  private static void addIfAny(LiveLine line, long count, String words) {
    if (count > 0) {
      line.add(" · " + FigureText.count(count) + words);
    }
  }
}
