package io.anteroom.study.plan;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import io.anteroom.theory.Prediction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan while it is made. Mutable; confined to one thread. */
final class Draft {
  private final Question question;
  private final List<HeadRoom> headRoom = new ArrayList<>();
  private String outcome = Plan.NO_ANSWER;
  private String explanation = "";
  private Scenario scenario;
  private @Nullable BigDecimal answer;
  private @Nullable BigDecimal notMet;
  private @Nullable Basis decidedBy;
  private @Nullable BigDecimal knee;
  private List<Point> curve = List.of();
  private int judged;

  Draft(Question question) {
    this.question = question;
    this.scenario = question.scenario();
  }

  void noAnswer(String why) {
    outcome = Plan.NO_ANSWER;
    explanation = why;
  }

  void interrupted(String what) {
    outcome = Plan.INTERRUPTED;
    explanation = what;
  }

  void answer(Point point, Scenario answering, @Nullable Point neighbour) {
    outcome = Plan.ANSWERED;
    explanation = PlanWords.model(answering);
    answer = point.value();
    scenario = answering;
    notMet = neighbour == null ? null : neighbour.value();
    decidedBy =
        byFormula(point) && (neighbour == null || byFormula(neighbour))
            ? Basis.THEORY
            : Basis.SIMULATION;
  }

  /** Whether an exact formula decides: that one objective fails, or that all are met. */
  private static boolean byFormula(Point point) {
    return point.standings().stream()
            .anyMatch(one -> exact(one) && one.verdict() == Judgement.FAILED)
        || point.standings().stream().allMatch(Draft::exact);
  }

  private static boolean exact(Standing standing) {
    return standing.basis() != Basis.SIMULATION;
  }

  void knee(@Nullable BigDecimal value) {
    knee = value;
  }

  void headRoom(HeadRoom one) {
    headRoom.add(one);
  }

  void curve(Collection<Point> points, int judgements) {
    curve = points.stream().sorted(Comparator.comparing(Point::value)).toList();
    judged = judgements;
  }

  Plan plan() {
    Prediction prediction = answer == null ? null : TheoryFigures.of(scenario).prediction();
    return new Plan(
        Plan.SCHEMA,
        question.find().word(),
        answer,
        outcome,
        explanation,
        question.parsedObjectives().stream().map(Objective::toString).toList(),
        ScenarioText.settings(scenario),
        notMet,
        decidedBy,
        prediction == null ? null : prediction.model() + ", " + prediction.formula(),
        prediction != null && prediction.exact(),
        curve,
        knee,
        headRoom,
        question.costPerRoom(),
        cost(),
        List.of(),
        judged,
        question.lengthGiven());
  }

  private @Nullable BigDecimal cost() {
    BigDecimal each = question.costPerRoom();
    return each == null || answer == null ? null : each.multiply(answer);
  }
}
