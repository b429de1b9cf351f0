package io.anteroom.report;

import io.anteroom.report.facts.RunData.TimelineRow;
import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.NamedAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Who was where in a small run: a row for each person, a thin bar for a wait, a thick for a hold.
 * With several pools a person can hold several rooms, so there each room has a row.
 */
final class TimelinePlot {
  private static final int MOST_VISITS = 40;
  private static final int ROW = 22;
  private static final int ABOVE = 50;
  private static final int BELOW = 56;
  private static final double THICK = 15;
  private static final double THIN = 4;
  private static final double LETTER = 6.6;
  private static final double INSET = 6;

  /** Between the names of the rows and what is left and right of them. */
  private static final double BESIDE = 20;

  private TimelinePlot() {}

  /**
   * Draws it, of a run that is small enough.
   *
   * @param y where there is room from
   * @return where the next thing may begin
   */
  static double draw(Svg svg, Run run, double y) {
    List<TimelineRow> visits = Timeline.of(run);
    return visits.isEmpty() || visits.size() > MOST_VISITS ? y : draw(svg, run, visits, y);
  }

  private static double draw(Svg svg, Run run, List<TimelineRow> visits, double y) {
    boolean byRoom = run.scenario().journey() != null;
    List<String> rows = byRoom ? rooms(run, visits) : persons(visits);
    double seconds = VisitCourse.endNanos(run) / 1e9;
    BigDecimal unit = FigureText.unitOf(seconds * 1e9).nanos().movePointLeft(9);
    double height = ROW * (double) rows.size();
    double left =
        Math.max(
            SvgReport.PLOT_LEFT,
            BESIDE + LETTER * rows.stream().mapToInt(String::length).max().orElse(0));
    double width = SvgReport.PLOT_LEFT + SvgReport.PLOT_WIDTH - left;
    Plot plot =
        new Plot(
            svg,
            new Plot.Frame(left, y + ABOVE, width, height),
            LinearAxis.endingAt(seconds, unit, 10, at -> SvgReport.tick(at * 1e9, seconds * 1e9)),
            new NamedAxis(rows));
    Plot.Key holds = new Plot.Key("line green", "holds a room");
    for (TimelineRow visit : visits) {
      if (byRoom) {
        drawHold(plot, visit, rows.indexOf(visit.roomName()), personName(visit));
      } else {
        drawWait(plot, visit, rows.indexOf(personName(visit)));
        drawHold(plot, visit, rows.indexOf(personName(visit)), visit.roomName());
      }
    }
    plot.heading(
        "Who was where",
        byRoom ? List.of(holds) : List.of(new Plot.Key("line blue", "waits"), holds));
    plot.footing(TimePlots.TIME);
    return y + ABOVE + height + BELOW;
  }

  private static List<String> persons(List<TimelineRow> visits) {
    return visits.stream()
        .sorted(Comparator.comparingLong(TimelineRow::person))
        .map(TimelinePlot::personName)
        .distinct()
        .toList();
  }

  private static String personName(TimelineRow visit) {
    return "person " + visit.person();
  }

  /** The rooms that somebody held, in the order of the pools. */
  private static List<String> rooms(Run run, List<TimelineRow> visits) {
    List<String> pools = run.scenario().poolNames();
    return visits.stream()
        .filter(visit -> visit.room() > 0)
        .sorted(
            Comparator.<TimelineRow>comparingInt(visit -> pools.indexOf(visit.pool()))
                .thenComparingInt(TimelineRow::room))
        .map(TimelineRow::roomName)
        .distinct()
        .toList();
  }

  private static void drawWait(Plot plot, TimelineRow visit, int row) {
    double entered = visit.enteredNanos() / 1e9;
    if (visit.enteredNanos() > visit.intendedNanos()) {
      plot.bar("bar blue", new Spot(visit.intendedNanos() / 1e9, row), entered, THIN);
    }
  }

  private static void drawHold(Plot plot, TimelineRow visit, int row, String name) {
    double entered = visit.enteredNanos() / 1e9;
    double left = visit.leftNanos() / 1e9;
    if (visit.room() > 0) {
      plot.bar("bar green", new Spot(entered, row), left, THICK);
      String told = name + (visit.cut() ? ", to the end" : "");
      if (plot.width(entered, left) > told.length() * LETTER + 2 * INSET) {
        plot.note("on", new Spot(entered, row), INSET, 4, told);
      }
    }
  }
}
