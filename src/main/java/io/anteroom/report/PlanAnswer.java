package io.anteroom.report;

import io.anteroom.result.SentenceText;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Basis;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Planner;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.RanForReal;
import io.anteroom.study.plan.Standing;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer in a sentence: what it rests on, how sure it is, and what came of it for real. */
record PlanAnswer(Plan plan, Find find, BigDecimal answer) {
  String text() {
    return met() + growing() + forReal() + neighbour() + ".";
  }

  /** Whether all replications of each candidate had the same figures: then nothing is probable. */
  static boolean alike(Plan plan) {
    List<Estimate> simulated =
        plan.curve().stream()
            .flatMap(point -> point.standings().stream())
            .map(Standing::simulated)
            .filter(Objects::nonNull)
            .toList();
    return simulated.stream().allMatch(Estimate::alike)
        && simulated.stream().anyMatch(estimate -> estimate.mean() != 0);
  }

  /** The objectives, as the object of a verb. */
  static String all(List<String> objectives) {
    return switch (objectives.size()) {
      case 1 -> objectives.getFirst();
      case 2 -> "both objectives";
      default -> "all " + objectives.size() + " objectives";
    };
  }

  private String met() {
    String verb =
        switch (find) {
          case ROOMS -> one(answer) ? " meets " : " meet ";
          case RATE -> " is the greatest rate that meets ";
          case HOLD -> " is the longest that meets ";
        };
    return SentenceText.capitalised(PlanWords.of(find, answer))
        + verb
        + all(plan.objectives())
        + sure(plan.at(answer));
  }

  private boolean one(BigDecimal value) {
    return find != Find.ROOMS || value.compareTo(BigDecimal.ONE) == 0;
  }

  private String sure(@Nullable Point point) {
    if (point == null) {
      return "";
    }
    if (point.standings().stream().allMatch(PlanAnswer::exact)) {
      return byFormula(point.standings()) + figure(point.standings());
    }
    boolean open = point.verdict() == Judgement.UNDECIDED;
    Double probability = alike(plan) ? null : point.probability();
    return (open ? " as far as can be told" : "")
        + (probability == null ? "" : " with probability " + PlanFigures.probability(probability));
  }

  /** Whether a formula decides, whatever the simulation says. */
  private static boolean exact(Standing standing) {
    return standing.basis() != Basis.SIMULATION;
  }

  /** By which formula; plans that are older know only one for all. */
  private String byFormula(List<Standing> standings) {
    List<String> formulas =
        standings.stream()
            .map(one -> Objects.requireNonNullElse(one.exactBy(), String.valueOf(plan.model())))
            .distinct()
            .toList();
    return formulas.size() == 1
        ? " by the exact formula (" + formulas.getFirst() + ")"
        : " by exact formulas";
  }

  /** What the only objective's metric is. */
  private static String figure(List<Standing> standings) {
    Standing only = standings.getFirst();
    Double theory = only.theory();
    return standings.size() > 1 || theory == null ? "" : ": " + only.text(theory);
  }

  private String growing() {
    Point point = plan.at(answer);
    return point != null && point.endless()
        ? ", but " + Planner.GROWS + ": the rooms cannot serve all who come"
        : "";
  }

  private String forReal() {
    String failure = plan.failureForReal();
    if (failure.isEmpty()) {
      String notJudged = plan.notJudgedForReal();
      return notJudged.isEmpty() ? "" : ", but for real it was not judged: " + notJudged;
    }
    RanForReal ran = plan.answerForReal();
    if (ran != null && ran.invalid()) {
      return ", which could not be verified: the figures of the run for real contradict each other";
    }
    return ", but for real "
        + (ran != null && ran.late() ? "on this machine, which was late, " : "")
        + (one(answer) ? "it fails" : "they fail")
        + (failure.startsWith("the run") ? ": " : " " + objects() + ": ")
        + failure;
  }

  /** What the objectives are, after they have been named. */
  private String objects() {
    return plan.objectives().size() == 1 ? "it" : "them";
  }

  private String neighbour() {
    Point point = plan.at(plan.notMet());
    if (point == null) {
      return "";
    }
    String name = PlanWords.brief(find, point.value());
    Point answering = plan.at(answer);
    if (point.endless() && answering != null && !answering.endless()) {
      return "; with " + name + " " + Planner.GROWS;
    }
    boolean only = point.standings().size() == 1;
    Standing failing = mostFailing(point);
    String fails =
        "; "
            + name
            + (one(point.value()) ? " fails " : " fail ")
            + (only ? "it" : failing.objective());
    if (exact(failing) && failing.verdict() == Judgement.FAILED) {
      boolean said =
          answering != null && answering.standings().stream().allMatch(PlanAnswer::exact);
      return fails
          + (said ? "" : byFormula(List.of(failing)))
          + (said || only ? figure(List.of(failing)) : "");
    }
    if (alike(plan)) {
      return fails;
    }
    String probability = PlanFigures.probability(probability(failing));
    return point.verdict() == Judgement.UNDECIDED
        ? "; of " + name + " it can't be told (it fails with probability " + probability + ")"
        : fails + " with probability " + probability;
  }

  /** What an exact formula fails, or what is likeliest to fail. */
  private static Standing mostFailing(Point point) {
    return point.standings().stream()
        .max(Comparator.comparingDouble(PlanAnswer::probability))
        .orElseThrow();
  }

  /** That an objective fails. */
  private static double probability(Standing standing) {
    if (exact(standing)) {
      return standing.verdict() == Judgement.FAILED ? 2 : -1;
    }
    Double met = standing.probability();
    return met == null ? 0 : 1 - met;
  }
}
