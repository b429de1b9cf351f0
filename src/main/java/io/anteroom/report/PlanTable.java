package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The candidates around a plan's answer: one table an objective. */
final class PlanTable {
  private static final int NEAR = 3;
  private static final int VALUE = 9;
  private static final int USED = 8;
  private static final int FIGURE = 10;
  private static final int INTERVAL = 19;
  private static final double NO_CHANGE = 1e-4;

  private final Plan plan;
  private final Find find;
  private final Page page;

  PlanTable(Plan plan, Find find, Page page) {
    this.plan = plan;
    this.find = find;
    this.page = page;
  }

  void print() {
    List<Point> near = near();
    if (near.isEmpty()) {
      return;
    }
    for (int i = 0; i < plan.objectives().size(); i++) {
      if (i < near.getFirst().standings().size()) {
        print(near, i);
        page.blank();
      }
    }
  }

  /** The points next to the answer; all where there is none. */
  private List<Point> near() {
    List<Point> curve = plan.curve();
    Point answering = plan.at(plan.answer());
    if (answering == null) {
      return curve;
    }
    int answer = curve.indexOf(answering);
    if (find != Find.ROOMS) {
      return curve.subList(Math.max(answer - NEAR, 0), Math.min(answer + NEAR + 1, curve.size()));
    }
    long rooms = curve.get(answer).value().longValue();
    return curve.stream()
        .filter(point -> Math.abs(point.value().longValue() - rooms) <= NEAR)
        .toList();
  }

  private void print(List<Point> points, int objective) {
    Style style = page.style();
    Expectation expectation =
        Expectation.parse(points.getFirst().standings().get(objective).objective());
    page.line(style.strong(expectation.toString()));
    page.line(
        style.faint(
            PlanFigures.padded(heading(find), VALUE)
                + PlanFigures.padded("used", USED)
                + PlanFigures.padded("simulated", FIGURE)
                + PlanFigures.padded("95% interval", INTERVAL)
                + PlanFigures.padded("theory", FIGURE)
                + PlanFigures.padded("change", FIGURE)));
    @Nullable Standing before = null;
    for (Point point : points) {
      Standing standing = point.standings().get(objective);
      page.line(row(point, standing, before, expectation.metric().unit()));
      before = standing;
    }
  }

  static String heading(Find find) {
    return switch (find) {
      case ROOMS -> "rooms";
      case RATE -> "arrivals";
      case HOLD -> "hold";
    };
  }

  private String row(Point point, Standing standing, @Nullable Standing before, Unit unit) {
    boolean isAnswer = plan.answer() != null && point.value().compareTo(plan.answer()) == 0;
    Double used = point.utilisation();
    String left =
        PlanFigures.padded(PlanWords.brief(find, point.value()), VALUE)
            + PlanFigures.padded(used == null ? "–" : FigureText.share(used), USED);
    Estimate simulated = standing.simulated();
    String figures =
        (point.endless()
                ? PlanFigures.padded("the line grows without end", FIGURE + INTERVAL)
                : PlanFigures.padded(
                        PlanFigures.text(unit, simulated == null ? null : simulated.mean()), FIGURE)
                    + PlanFigures.padded(PlanFigures.interval(unit, simulated), INTERVAL))
            + PlanFigures.padded(PlanFigures.text(unit, standing.theory()), FIGURE)
            + PlanFigures.padded(change(standing, before, unit), FIGURE);
    String row = isAnswer ? page.style().strong(left + figures) : left + figures;
    return row + "  " + mark(standing).in(page.style()) + " " + standing.verdict().words();
  }

  static Mark mark(Standing standing) {
    return switch (standing.verdict()) {
      case MET -> Mark.GOOD;
      case FAILED, HOPELESS -> Mark.BAD;
      case UNDECIDED -> Mark.UNCLEAR;
    };
  }

  /** What this candidate's metric is more or less than the one above it. */
  static String change(Standing standing, @Nullable Standing before, Unit unit) {
    Double here = height(standing);
    Double there = before == null ? null : height(before);
    if (here == null || there == null) {
      return "–";
    }
    double change = here - there;
    if (unit == Unit.SHARE && Math.abs(change) < NO_CHANGE) {
      return "0%";
    }
    return (change > 0 ? "+" : "") + PlanFigures.text(unit, change);
  }

  /** The exact value, where one is known, rather than the simulated one. */
  static @Nullable Double height(Standing standing) {
    Double theory = standing.theory();
    Estimate simulated = standing.simulated();
    return simulated == null || standing.exactBy() != null
        ? theory
        : Double.valueOf(simulated.mean());
  }
}
