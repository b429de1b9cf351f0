package io.anteroom.report;

import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Point;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first objective's metric over the candidates, as bars, with the objective as a line. */
final class PlanPlot {
  private static final int LABEL = 9;
  private static final int WIDTH = 46;
  private static final int LIMIT_AT = 23;
  private static final int ROWS = 16;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final Plan plan;
  private final Find find;
  private final Page page;

  PlanPlot(Plan plan, Find find, Page page) {
    this.plan = plan;
    this.find = find;
    this.page = page;
  }

  void print() {
    List<Point> points = around(plan.curve());
    if (points.size() < 2) {
      return;
    }
    Expectation first = Expectation.parse(points.getFirst().standings().getFirst().objective());
    double full = full(points, first.limit());
    Unit unit = first.metric().unit();
    page.line(
        page.style()
            .faint(PlanFigures.padded("", LABEL + 2 + column(first.limit(), full)) + "│ " + first));
    for (Point point : points) {
      Double height = PlanTable.height(point.standings().getFirst());
      String label = PlanFigures.padded(PlanWords.brief(find, point.value()), LABEL);
      boolean unbounded = point.endless() && height == null;
      String figure = unbounded ? "grows" : PlanFigures.text(unit, height);
      page.line(
          label
              + "  "
              + bar(unbounded ? Double.valueOf(2 * full) : height, full, first.limit())
              + PlanFigures.padded(figure, 9)
              + "  "
              + page.style().faint(note(point, unbounded)));
    }
    page.blank();
  }

  /** The candidates that fit, those nearest to the answer. */
  private List<Point> around(List<Point> curve) {
    Point answering = plan.at(plan.answer());
    int answer = answering == null ? 0 : curve.indexOf(answering);
    int first = Math.clamp(answer - ROWS / 2, 0, Math.max(curve.size() - ROWS, 0));
    return curve.subList(first, Math.min(first + ROWS, curve.size()));
  }

  /** What a full bar is: the objective's limit stands in the middle. */
  private static double full(List<Point> points, double limit) {
    if (limit > 0) {
      return limit * WIDTH / LIMIT_AT;
    }
    double most = 0;
    for (Point point : points) {
      Double height = PlanTable.height(point.standings().getFirst());
      most = Math.max(most, height == null ? 0 : height);
    }
    return most == 0 ? 1 : most;
  }

  private static int column(double limit, double full) {
    return (int) Math.round(limit / full * WIDTH);
  }

  private String bar(@Nullable Double height, double full, double limit) {
    double share = height == null ? 0 : Math.clamp(height / full, 0, 1);
    int eighths = (int) Math.round(share * WIDTH * 8);
    String bar = "█".repeat(eighths / 8) + (eighths % 8 == 0 ? "" : EIGHTHS.charAt(eighths % 8));
    String full80 = (bar + " ".repeat(WIDTH)).substring(0, WIDTH);
    boolean cut = height != null && height > full;
    String shown = cut ? full80.substring(0, WIDTH - 1) + "▶" : full80;
    int at = Math.min(column(limit, full), WIDTH - 1);
    return page.style().blue(shown.substring(0, at))
        + "│"
        + page.style().blue(shown.substring(at + 1));
  }

  private String note(Point point, boolean unbounded) {
    List<String> notes = new ArrayList<>();
    addIf(is(point, plan.answer()), "answer", notes);
    addIf(is(point, plan.knee()), "knee", notes);
    addIf(point.endless() && !unbounded && notes.isEmpty(), "grows", notes);
    return String.join(", ", notes);
  }

  private static boolean is(Point point, @Nullable BigDecimal value) {
    return value != null && point.value().compareTo(value) == 0;
  }

  private static void addIf(boolean there, String note, List<String> notes) {
    if (there) {
      notes.add(note);
    }
  }
}
