package io.anteroom.report;

import io.anteroom.report.facts.RunData.Present;
import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Persons waiting and rooms occupied over time, one plot above the other. */
final class TimePlots {
  /** What the axis across is. */
  static final String TIME = "time since the start of the run";

  private static final int HEIGHT = 110;
  private static final int ABOVE = 40;
  private static final int BELOW = 30;
  private static final int LAST = 26;
  private static final int LEAST_STEPS = 3;

  private final Run run;
  private final List<Present> present;

  private TimePlots(Run run) {
    this.run = run;
    this.present = ChartMoments.of(run).present();
  }

  /** Whether there is a course of time to show. */
  static boolean enough(Run run) {
    return new TimePlots(run).present.size() >= LEAST_STEPS;
  }

  /**
   * Draws them, if there is anything to draw.
   *
   * @param y where there is room from
   * @return where the next thing may begin
   */
  static double draw(Svg svg, Run run, double y) {
    TimePlots plots = new TimePlots(run);
    return plots.present.size() >= LEAST_STEPS ? plots.draw(svg, y) : y;
  }

  private double draw(Svg svg, double y) {
    List<Spot> waiting = stairs(Present::waiting);
    List<Spot> occupied = stairs(Present::occupied);
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
    String there = FigureText.count(rooms, "room");
    lower.heading("Rooms occupied", List.of(new Plot.Key("line grey dashed", there)));
    lower.footing(TIME);
    return middle + ABOVE + HEIGHT + BELOW + LAST;
  }

  private Plot plot(Svg svg, double y, double most) {
    double seconds = present.getLast().endSeconds();
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

  private List<Spot> stairs(ToDoubleFunction<Present> figure) {
    List<Spot> stairs = new ArrayList<>();
    for (Present step : present) {
      stairs.add(new Spot(step.startSeconds(), figure.applyAsDouble(step)));
      stairs.add(new Spot(step.endSeconds(), figure.applyAsDouble(step)));
    }
    return stairs;
  }
}
