package io.anteroom.report;

import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Persons waiting and rooms occupied over time, one plot above the other. */
final class TimePlots {
  private static final int HEIGHT = 110;
  private static final int ABOVE = 40;
  private static final int BELOW = 30;
  private static final int LAST = 26;
  private static final int LEAST_INTERVALS = 3;
  private static final int MOST_STEPS = 300;

  private final Run run;
  private final List<Interval> intervals;

  private TimePlots(Run run) {
    this.run = run;
    this.intervals = run.result().intervals();
  }

  /** Whether there is a course of time to show. */
  static boolean enough(List<Interval> intervals) {
    return intervals.size() >= LEAST_INTERVALS;
  }

  /**
   * Draws them, if there is anything to draw.
   *
   * @param y where there is room from
   * @return where the next thing may begin
   */
  static double draw(Svg svg, Run run, double y) {
    return enough(run.result().intervals()) ? new TimePlots(run).draw(svg, y) : y;
  }

  private double draw(Svg svg, double y) {
    List<Spot> waiting = stairs(Interval::waiting);
    List<Spot> occupied = stairs(Interval::occupied);
    int rooms = run.scenario().facility().rooms();
    Plot upper = plot(svg, y, most(waiting));
    upper.area("area blue", waiting);
    upper.curve("line blue", waiting);
    upper.heading("Persons waiting", List.of());
    double middle = y + ABOVE + HEIGHT + BELOW;
    Plot lower = plot(svg, middle, Math.max(rooms, most(occupied)));
    lower.area("area green", occupied);
    lower.curve("line green", occupied);
    lower.level("line grey dashed", rooms);
    String there = FigureText.count(rooms) + (rooms == 1 ? " room" : " rooms");
    lower.heading("Rooms occupied", List.of(new Plot.Key("line grey dashed", there)));
    lower.footing("time since the start of the run");
    return middle + ABOVE + HEIGHT + BELOW + LAST;
  }

  private Plot plot(Svg svg, double y, double most) {
    double seconds = intervals.getLast().endSeconds();
    BigDecimal unit = FigureText.unitOf(seconds * 1e9).nanos().movePointLeft(9);
    return new Plot(
        svg,
        new Plot.Frame(SvgReport.PLOT_LEFT, y + ABOVE, SvgReport.PLOT_WIDTH, HEIGHT),
        LinearAxis.endingAt(seconds, unit, 10, at -> SvgReport.tick(at * 1e9, seconds * 1e9)),
        LinearAxis.to(most, 4, TimePlots::number));
  }

  private static String number(double value) {
    return value >= 1000
        ? FigureText.count(Math.round(value))
        : FigureText.number(value, FigureText.DIGITS);
  }

  private static double most(List<Spot> spots) {
    return spots.stream().mapToDouble(Spot::y).max().orElse(0);
  }

  /** A step for each interval; for several together where they are many. */
  private List<Spot> stairs(ToDoubleFunction<Interval> figure) {
    int together = (intervals.size() + MOST_STEPS - 1) / MOST_STEPS;
    List<Spot> stairs = new ArrayList<>();
    for (int first = 0; first < intervals.size(); first += together) {
      List<Interval> step = intervals.subList(first, Math.min(first + together, intervals.size()));
      double start = step.getFirst().startSeconds();
      double end = step.getLast().endSeconds();
      double sum =
          step.stream()
              .mapToDouble(
                  one -> figure.applyAsDouble(one) * (one.endSeconds() - one.startSeconds()))
              .sum();
      double mean = end > start ? sum / (end - start) : 0;
      stairs.add(new Spot(start, mean));
      stairs.add(new Spot(end, mean));
    }
    return stairs;
  }
}
