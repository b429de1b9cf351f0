package io.anteroom.report;

import io.anteroom.plan.Basis;
import io.anteroom.plan.Find;
import io.anteroom.plan.Judgement;
import io.anteroom.plan.Plan;
import io.anteroom.plan.Point;
import io.anteroom.plan.Standing;
import io.anteroom.plan.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer in a sentence, and how sure it is. */
record PlanAnswer(Plan plan, Find find, BigDecimal answer) {
  String text() {
    return met() + neighbour() + ".";
  }

  private String met() {
    boolean one = find != Find.ROOMS || answer.compareTo(BigDecimal.ONE) == 0;
    String objectives =
        plan.objectives().size() == 1
            ? plan.objectives().getFirst()
            : plan.objectives().size() == 2
                ? "both objectives"
                : "all " + plan.objectives().size() + " objectives";
    String verb =
        switch (find) {
          case ROOMS -> one ? " meets " : " meet ";
          case RATE -> " is the greatest rate that meets ";
          case HOLD -> " is the longest that meets ";
        };
    String words = Words.of(find, answer);
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1)
        + verb
        + objectives
        + sure(plan.at(answer));
  }

  private static String sure(@Nullable Point point) {
    if (point == null || point.probability() == null) {
      return "";
    }
    double probability = Objects.requireNonNull(point.probability());
    boolean theory =
        point.standings().stream().anyMatch(standing -> standing.basis() == Basis.THEORY);
    boolean open = point.verdict() == Judgement.UNDECIDED;
    return theory
        ? " by theory (simulated: probability " + PlanFigures.probability(probability) + ")"
        : (open ? " as far as can be told" : "")
            + " with probability "
            + PlanFigures.probability(probability);
  }

  private String neighbour() {
    Point point = plan.at(plan.notMet());
    if (point == null) {
      return "";
    }
    String name = Words.brief(find, point.value());
    if (point.endless()) {
      return "; with " + name + " the line grows without end";
    }
    boolean one = find != Find.ROOMS || point.value().compareTo(BigDecimal.ONE) == 0;
    String it = plan.objectives().size() == 1 ? " it" : " them";
    double failing = failing(point);
    if (point.verdict() == Judgement.UNDECIDED) {
      return "; of "
          + name
          + " it can't be told (it fails with probability "
          + PlanFigures.probability(failing)
          + ")";
    }
    boolean theory =
        point.standings().stream()
            .anyMatch(
                standing ->
                    standing.basis() == Basis.THEORY && standing.verdict() == Judgement.FAILED);
    return "; "
        + name
        + (one ? " fails" : " fail")
        + it
        + (theory ? " by theory (simulated: probability " : " with probability ")
        + PlanFigures.probability(failing)
        + (theory ? ")" : "");
  }

  private static double failing(Point point) {
    double failing = 0;
    for (Standing standing : point.standings()) {
      Double met = standing.probability();
      failing = Math.max(failing, met == null ? 0 : 1 - met);
    }
    return failing;
  }
}
