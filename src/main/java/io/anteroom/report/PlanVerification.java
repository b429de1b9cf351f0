package io.anteroom.report;

import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.RanForReal;
import io.anteroom.study.plan.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Theory, simulation and reality side by side. */
record PlanVerification(Plan plan, Find find) {
  /** What a column of the table means. */
  static final Paragraph SAME_VISITS =
      new Paragraph("(same visits: the arrivals and holds that ran for real, simulated)", true);

  /** What there is to say of a candidate that fails in simulated time only. */
  static final String LUCK =
      "; it met every objective this time, which one short run may do by luck";

  /** A sleep is late by about that much on a busy machine. */
  private static final double NEAR_NANOS = 3e6;

  private static final double NEAR_SHARE = 0.01;
  private static final double NEAR_RELATIVE = 0.1;

  /** A row a run and objective. */
  Table table() {
    List<Row> rows = new ArrayList<>();
    for (Verification one : plan.verification()) {
      one.figures().forEach(figure -> rows.add(row(one, figure)));
    }
    return new Table(
        "Theory, simulation and reality",
        List.of(
            Column.right(PlanCandidates.heading(find), 9),
            Column.left("objective", 0),
            Column.right("theory", 9),
            Column.right("simulated", 10),
            Column.right("same visits", 13),
            Column.right("real", 9),
            Column.left("", 0)),
        rows);
  }

  /** What came of each run. */
  List<Fact> facts() {
    return plan.verification().stream()
        .map(one -> Fact.of("verified", mark(one), verdict(one)))
        .toList();
  }

  private Mark mark(Verification one) {
    return mark(one, is(one, plan.answer()) && !plan.failureForReal().isEmpty());
  }

  /**
   * Bad where the answer fails for real, or the run got stuck or differs from its simulation;
   * unclear where it was not judged, or differs on a machine that was late.
   */
  static Mark mark(RanForReal one, boolean answerFails) {
    if (answerFails || one.stuck()) {
      return Mark.BAD;
    }
    if (!agrees(one)) {
      return one.late() ? Mark.UNCLEAR : Mark.BAD;
    }
    return one.notJudged().isEmpty() ? Mark.GOOD : Mark.UNCLEAR;
  }

  private static boolean is(Verification one, @Nullable BigDecimal value) {
    return value != null && one.value().compareTo(value) == 0;
  }

  private String verdict(Verification one) {
    return told(PlanWords.of(find, one.value()), one, "visits") + luck(one);
  }

  /**
   * What came of a run for real. One that got stuck has nothing to agree with.
   *
   * @param what ran
   * @param things that were measured
   */
  static String told(String what, RanForReal one, String things) {
    String measured = FigureText.count(one.visits()) + " " + things + " for real";
    String ended = one.ended();
    return one.stuck()
        ? what + " got stuck after " + measured + (ended == null ? "" : ": " + ended)
        : "%s, %s, %s: %s%s"
            .formatted(
                what,
                one.outcome(),
                measured,
                agreement(one),
                ended == null ? "" : ". " + ended.replaceFirst("[.]$", ""));
  }

  /** Whether reality is as simulated, in words. */
  private static String agreement(RanForReal one) {
    String notJudged = one.notJudged();
    if (!notJudged.isEmpty()) {
      boolean some = one.figures().stream().anyMatch(Verification.Figure::judged);
      return (some ? compared(one) + "; " : "") + "not judged: " + notJudged;
    }
    return compared(one);
  }

  private static String compared(RanForReal one) {
    if (agrees(one)) {
      return "agrees with the same visits simulated";
    }
    return "differs from the same visits simulated by more than 10% and 3ms"
        + (one.late()
            ? "; holds lasted "
                + FigureText.duration(one.meanHoldNanos())
                + " rather than "
                + FigureText.duration(one.simulatedHoldNanos())
                + ": this machine is late, try it when less goes on here"
            : "");
  }

  /** The neighbour may do in one short run; that does not refute the plan. */
  private String luck(Verification one) {
    return is(one, plan.notMet()) && one.met() ? LUCK : "";
  }

  private Row row(Verification one, Verification.Figure figure) {
    Unit unit = unit(figure);
    Estimate simulated = figure.simulated();
    return Row.of(
        PlanWords.brief(find, one.value()),
        figure.objective(),
        PlanFigures.text(unit, figure.theory()),
        PlanFigures.text(unit, simulated == null ? null : simulated.mean()),
        PlanFigures.text(unit, figure.sameVisits()),
        PlanFigures.text(unit, figure.real()),
        met(figure));
  }

  /** Whether an objective is met for real, in a word. */
  static String met(Verification.Figure figure) {
    if (!figure.judged()) {
      return Mark.UNCLEAR.sign() + " not judged";
    }
    return (figure.met() ? Mark.GOOD : Mark.BAD).sign() + (figure.met() ? " meets" : " fails");
  }

  /** What the figures of an objective are. */
  static Unit unit(Verification.Figure figure) {
    return PlanFigures.metric(figure.objective()).unit();
  }

  /** Whether reality is as simulated. */
  static boolean agrees(RanForReal one) {
    return one.figures().stream()
        .filter(figure -> figure.judged() || one.notJudged().isEmpty())
        .allMatch(PlanVerification::agrees);
  }

  private static boolean agrees(Verification.Figure figure) {
    Double same = figure.sameVisits();
    Double real = figure.real();
    if (same == null || real == null) {
      return Objects.equals(same, real);
    }
    Unit unit = unit(figure);
    double slack =
        switch (unit) {
          case DURATION -> NEAR_NANOS;
          case SHARE -> NEAR_SHARE;
          case RATE, NUMBER -> 0;
        };
    return Math.abs(real - same) <= Math.max(slack, NEAR_RELATIVE * same);
  }
}
