package io.anteroom.report;

import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Unit;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the simulation does not agree with an exact value: a fault of the simulation, unless its
 * length was given, which may be too short for a steady state.
 */
record PlanDisagreements(Plan plan, Find find) {
  private static final int MOST = 2;

  /** One exact value that the simulation excludes. */
  private record Disagreement(Point point, Standing standing, double exact, Estimate simulated) {}

  /** Sentences for a person, those about the answer first; none where all agree. */
  List<String> sentences() {
    List<Disagreement> all = all();
    List<String> sentences = new ArrayList<>();
    all.stream().limit(MOST).forEach(one -> sentences.add(sentence(one)));
    if (all.size() > MOST) {
      int more = all.size() - MOST;
      sentences.add(
          more == 1
              ? "Nor does it agree in one more case."
              : "Nor does it agree in " + more + " more cases.");
    }
    return sentences;
  }

  private List<Disagreement> all() {
    List<Disagreement> found = new ArrayList<>();
    for (Point point : plan.curve()) {
      for (Standing standing : point.standings()) {
        Double exact = standing.theory();
        Estimate simulated = standing.excluding();
        if (exact != null && simulated != null) {
          found.add(new Disagreement(point, standing, exact, simulated));
        }
      }
    }
    found.sort(Comparator.comparing(one -> far(one.point().value())));
    return found;
  }

  private BigDecimal far(BigDecimal value) {
    @Nullable BigDecimal answer = plan.answer();
    return answer == null ? value : value.subtract(answer).abs();
  }

  private String sentence(Disagreement one) {
    Expectation objective = Expectation.parse(one.standing().objective());
    Unit unit = objective.metric().unit();
    String beginning =
        plan.maybeTooShort()
            ? "The simulation, of the length that was given, does not agree with the exact value of"
                + " the steady state: "
            : "The simulation does not agree with the exact value: ";
    return beginning
        + "with "
        + PlanWords.of(find, one.point().value())
        + " "
        + objective.metric().name()
        + " is "
        + PlanFigures.text(unit, one.exact())
        + " by the formula, "
        + PlanFigures.text(unit, one.simulated().low())
        + " to "
        + PlanFigures.text(unit, one.simulated().high())
        + " simulated; the formula decides.";
  }
}
