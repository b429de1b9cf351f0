package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Bar;
import io.anteroom.report.facts.Block.Bars;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Heading;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.PlanData;
import io.anteroom.report.facts.PlanData.Candidate;
import io.anteroom.report.facts.PlanData.Goal;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Planner;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The candidates of a plan: tables, one an objective, bars, and what charts draw. */
record PlanCandidates(Plan plan, Find find) {
  private static final int NEAR = 3;
  private static final int LABEL = 9;
  private static final int WIDTH = 46;
  private static final int LIMIT_AT = 23;
  private static final int BARS = 16;
  private static final double NO_CHANGE = 1e-4;

  /** The candidates next to the answer; all where there is none. */
  List<Block> near() {
    List<Point> curve = plan.curve();
    Point answering = plan.at(plan.answer());
    if (answering == null) {
      return tables(curve);
    }
    int answer = curve.indexOf(answering);
    long rooms = answering.value().longValue();
    return tables(
        find == Find.ROOMS
            ? curve.stream()
                .filter(point -> Math.abs(point.value().longValue() - rooms) <= NEAR)
                .toList()
            : curve.subList(Math.max(answer - NEAR, 0), Math.min(answer + NEAR + 1, curve.size())));
  }

  List<Block> all() {
    return tables(plan.curve());
  }

  /** Each with its objective above it. */
  private List<Block> tables(List<Point> points) {
    List<Block> blocks = new ArrayList<>();
    for (int objective = 0; objective < objectives(); objective++) {
      Expectation expectation = expectation(points.getFirst().standings().get(objective));
      List<Row> rows = new ArrayList<>();
      @Nullable Standing before = null;
      for (Point point : points) {
        Standing standing = point.standings().get(objective);
        rows.add(row(point, standing, before, expectation.metric().unit()));
        before = standing;
      }
      blocks.add(new Heading(expectation.toString()));
      blocks.add(new Table(expectation.toString(), columns(), rows));
    }
    return blocks;
  }

  private int objectives() {
    return plan.curve().isEmpty() ? 0 : plan.curve().getFirst().standings().size();
  }

  private static Expectation expectation(Standing standing) {
    return Expectation.parse(standing.objective());
  }

  private List<Column> columns() {
    return List.of(
        Column.right(heading(find), LABEL),
        Column.right("used", 8),
        Column.right("simulated", 10),
        Column.right("95% interval", 19),
        Column.right("theory", 10),
        Column.right("change", 10),
        Column.left("", 0));
  }

  static String heading(Find find) {
    return switch (find) {
      case ROOMS -> "rooms";
      case RATE -> "arrivals";
      case HOLD -> "hold";
    };
  }

  private Row row(Point point, Standing standing, @Nullable Standing before, Unit unit) {
    Double used = point.utilisation();
    Estimate simulated = standing.simulated();
    boolean endless = point.endless();
    return new Row(
        is(point, plan.answer()) ? Weight.STRONG : Weight.PLAIN,
        PlanWords.brief(find, point.value()),
        List.of(
            used == null ? FigureText.NONE : FigureText.share(used),
            endless ? "" : PlanFigures.text(unit, simulated == null ? null : simulated.mean()),
            endless ? Planner.GROWS : PlanFigures.interval(unit, simulated),
            PlanFigures.text(unit, standing.theory()),
            change(standing, before, unit),
            mark(standing).sign() + " " + standing.verdict().words()));
  }

  private static boolean is(Point point, @Nullable BigDecimal value) {
    return value != null && point.value().compareTo(value) == 0;
  }

  private static Mark mark(Standing standing) {
    return switch (standing.verdict()) {
      case MET -> Mark.GOOD;
      case FAILED, HOPELESS -> Mark.BAD;
      case UNDECIDED -> Mark.UNCLEAR;
    };
  }

  /** What this candidate's metric is more or less than the one above it. */
  private static String change(Standing standing, @Nullable Standing before, Unit unit) {
    Double here = height(standing);
    Double there = before == null ? null : height(before);
    if (here == null || there == null) {
      return FigureText.NONE;
    }
    double change = here - there;
    return unit == Unit.SHARE && Math.abs(change) < NO_CHANGE
        ? "0%"
        : (change > 0 ? "+" : "") + PlanFigures.text(unit, change);
  }

  /** The exact value, where one is known, rather than the simulated one. */
  private static @Nullable Double height(Standing standing) {
    Double theory = standing.theory();
    Estimate simulated = standing.simulated();
    return simulated == null || standing.exactBy() != null
        ? theory
        : Double.valueOf(simulated.mean());
  }

  /** The first objective's metric, with the objective as a line; nothing without an answer. */
  List<Block> bars() {
    Point answering = plan.at(plan.answer());
    if (answering == null) {
      return List.of();
    }
    List<Point> curve = plan.curve();
    int from = Math.clamp(curve.indexOf(answering) - BARS / 2, 0, Math.max(curve.size() - BARS, 0));
    List<Point> points = curve.subList(from, Math.min(from + BARS, curve.size()));
    if (points.size() < 2) {
      return List.of();
    }
    Expectation first = expectation(points.getFirst().standings().getFirst());
    double full = full(points, first.limit());
    double level = first.limit() / full;
    String heading = " ".repeat(LABEL + 2 + (int) Math.round(level * WIDTH)) + "│ " + first;
    return List.of(
        new Bars(
            heading,
            WIDTH,
            level,
            points.stream().map(point -> bar(point, first.metric().unit(), full)).toList()));
  }

  private Bar bar(Point point, Unit unit, double full) {
    Double height = height(point.standings().getFirst());
    boolean unbounded = point.endless() && height == null;
    return new Bar(
        Page.padded(PlanWords.brief(find, point.value()), LABEL),
        unbounded ? 2 : height == null ? 0 : height / full,
        Double.NaN,
        Page.padded(unbounded ? "grows" : PlanFigures.text(unit, height), 9),
        note(point, unbounded));
  }

  /** What a full bar is: the objective's limit stands in the middle. */
  private static double full(List<Point> points, double limit) {
    if (limit > 0) {
      return limit * WIDTH / LIMIT_AT;
    }
    double most = 0;
    for (Point point : points) {
      Double height = height(point.standings().getFirst());
      most = Math.max(most, height == null ? 0 : height);
    }
    return most == 0 ? 1 : most;
  }

  private String note(Point point, boolean unbounded) {
    List<String> notes = new ArrayList<>();
    if (is(point, plan.answer())) {
      notes.add("answer");
    }
    if (is(point, plan.knee())) {
      notes.add("knee");
    }
    if (point.endless() && !unbounded && notes.isEmpty()) {
      notes.add("grows");
    }
    return String.join(", ", notes);
  }

  PlanData data(List<Download> downloads) {
    List<BigDecimal> values = plan.curve().stream().map(Point::value).toList();
    return new PlanData(
        heading(find),
        values.stream().map(BigDecimal::doubleValue).toList(),
        values.stream().map(value -> PlanWords.brief(find, value)).toList(),
        place(plan.answer()),
        place(plan.knee()),
        IntStream.range(0, objectives()).mapToObj(this::goal).toList(),
        downloads);
  }

  private @Nullable Integer place(@Nullable BigDecimal value) {
    Point point = plan.at(value);
    return point == null ? null : plan.curve().indexOf(point);
  }

  private Goal goal(int objective) {
    Expectation expectation = expectation(plan.curve().getFirst().standings().get(objective));
    return new Goal(
        expectation.toString(),
        expectation.metric().name(),
        CellFigures.word(expectation.metric().unit()),
        expectation.limit(),
        plan.curve().stream()
            .map(point -> candidate(point, point.standings().get(objective)))
            .toList());
  }

  private static Candidate candidate(Point point, Standing standing) {
    Estimate simulated = point.endless() ? null : standing.simulated();
    Double theory = standing.theory();
    boolean met = point.verdict() == Judgement.MET;
    return new Candidate(
        simulated == null ? null : simulated.mean(),
        simulated == null ? null : simulated.low(),
        simulated == null ? null : simulated.high(),
        theory == null || !Double.isFinite(theory) ? null : theory,
        point.verdict().word(),
        point.verdict().words() + (met ? "" : "; this objective: " + standing.verdict().words()),
        point.endless());
  }
}
