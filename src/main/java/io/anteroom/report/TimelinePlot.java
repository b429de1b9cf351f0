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
import java.util.List;

/**
 * Who was where in a small run: a row for each person, a thin bar for a wait, a thick for a hold.
 */
final class TimelinePlot {
  private static final int MOST_VISITS = 40;
  private static final int ROW = 22;
  private static final int ABOVE = 50;
  private static final int BELOW = 56;
  private static final double THICK = 15;
  private static final double THIN = 4;
  private static final double LETTER = 6.2;

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
    List<Long> persons = visits.stream().map(TimelineRow::person).distinct().sorted().toList();
    double seconds = VisitCourse.endNanos(run) / 1e9;
    BigDecimal unit = FigureText.unitOf(seconds * 1e9).nanos().movePointLeft(9);
    double height = ROW * (double) persons.size();
    Plot plot =
        new Plot(
            svg,
            new Plot.Frame(SvgReport.PLOT_LEFT, y + ABOVE, SvgReport.PLOT_WIDTH, height),
            LinearAxis.endingAt(seconds, unit, 10, at -> SvgReport.tick(at * 1e9, seconds * 1e9)),
            new NamedAxis(persons.stream().map(person -> "person " + person).toList()));
    for (TimelineRow visit : visits) {
      draw(plot, visit, persons.indexOf(visit.person()));
    }
    plot.heading(
        "Who was where",
        List.of(new Plot.Key("line blue", "waits"), new Plot.Key("line green", "holds a room")));
    plot.footing(TimePlots.TIME);
    return y + ABOVE + height + BELOW;
  }

  private static void draw(Plot plot, TimelineRow visit, int row) {
    double entered = visit.enteredNanos() / 1e9;
    double left = visit.leftNanos() / 1e9;
    if (visit.enteredNanos() > visit.intendedNanos()) {
      plot.bar("bar blue", new Spot(visit.intendedNanos() / 1e9, row), entered, THIN);
    }
    if (visit.room() > 0) {
      plot.bar("bar green", new Spot(entered, row), left, THICK);
      String name = "room " + visit.room() + (visit.cut() ? ", to the end" : "");
      if (plot.width(entered, left) > name.length() * LETTER) {
        plot.note("on", new Spot(entered, row), 6, 4, name);
      }
    }
  }
}
