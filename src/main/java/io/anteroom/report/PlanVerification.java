package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Verification;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Theory, simulation and reality side by side. */
record PlanVerification(Plan plan, Find find, Page page) {
  /** A sleep is late by about that much on a busy machine. */
  private static final double NEAR_NANOS = 3e6;

  /** Holds that much longer than they should be explain longer waits. */
  private static final double LATE = 1.02;

  private static final double NEAR_SHARE = 0.01;
  private static final double NEAR_RELATIVE = 0.1;

  void print() {
    if (plan.verification().isEmpty()) {
      return;
    }
    page.blank();
    page.line(
        page.style()
            .faint("for real                       theory simulated  same visits       real"));
    for (Verification one : plan.verification()) {
      for (Verification.Figure figure : one.figures()) {
        print(one, figure);
      }
    }
    page.paragraph(
        0,
        "(same visits: the arrivals and holds that ran for real, simulated)",
        page.style()::faint);
    for (Verification one : plan.verification()) {
      page.fact("verified", mark(one), verdict(one));
    }
  }

  /** Bad where the answer fails for real, or the run differs from its simulation. */
  Mark mark(Verification one) {
    boolean failed = is(one, plan.answer()) && !plan.failureForReal().isEmpty();
    return agrees(one) && !failed ? Mark.GOOD : Mark.BAD;
  }

  private static boolean is(Verification one, @Nullable BigDecimal value) {
    return value != null && one.value().compareTo(value) == 0;
  }

  String verdict(Verification one) {
    String ran =
        PlanWords.of(find, one.value())
            + ", "
            + one.outcome()
            + ", "
            + FigureText.count(one.visits())
            + " visits for real: ";
    return ran + agreement(one) + luck(one);
  }

  private static String agreement(Verification one) {
    if (agrees(one)) {
      return "agrees with the same visits simulated";
    }
    boolean late = one.meanHoldNanos() > LATE * one.simulatedHoldNanos();
    return "differs from the same visits simulated by more than 10% and 3ms"
        + (late
            ? "; holds lasted "
                + FigureText.duration(one.meanHoldNanos())
                + " rather than "
                + FigureText.duration(one.simulatedHoldNanos())
                + ": this machine is late, try it when less goes on here"
            : "");
  }

  /** The neighbour may do in one short run; that does not refute the plan. */
  private String luck(Verification one) {
    return is(one, plan.notMet()) && one.met()
        ? "; it met every objective this time, which one short run may do by luck"
        : "";
  }

  private void print(Verification one, Verification.Figure figure) {
    Expectation expectation = Expectation.parse(figure.objective());
    Unit unit = expectation.metric().unit();
    String metric = expectation.metric().name();
    page.line(
        PlanFigures.padded(PlanWords.brief(find, one.value()), 9)
            + "  "
            + metric
            + " ".repeat(Math.max(16 - metric.length(), 1))
            + PlanFigures.padded(PlanFigures.text(unit, figure.theory()), 10)
            + PlanFigures.padded(
                PlanFigures.text(
                    unit, figure.simulated() == null ? null : figure.simulated().mean()),
                10)
            + PlanFigures.padded(PlanFigures.text(unit, figure.sameVisits()), 13)
            + PlanFigures.padded(PlanFigures.text(unit, figure.real()), 11)
            + "  "
            + (figure.met() ? Mark.GOOD : Mark.BAD).in(page.style())
            + (figure.met() ? " meets" : " fails"));
  }

  static boolean agrees(Verification one) {
    return one.figures().stream().allMatch(PlanVerification::agrees);
  }

  private static boolean agrees(Verification.Figure figure) {
    Double same = figure.sameVisits();
    Double real = figure.real();
    if (same == null || real == null) {
      return Objects.equals(same, real);
    }
    Unit unit = Expectation.parse(figure.objective()).metric().unit();
    double slack =
        switch (unit) {
          case DURATION -> NEAR_NANOS;
          case SHARE -> NEAR_SHARE;
          case RATE, NUMBER -> 0;
        };
    return Math.abs(real - same) <= Math.max(slack, NEAR_RELATIVE * same);
  }
}
