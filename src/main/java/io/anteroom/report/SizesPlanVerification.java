package io.anteroom.report;

import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Section;
import io.anteroom.result.metric.Unit;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.SizesPlan;
import io.anteroom.study.plan.SizesVerification;
import io.anteroom.study.plan.Verification;
import java.util.ArrayList;
import java.util.List;

/** Simulation and reality side by side, of sizes of several pools. */
record SizesPlanVerification(SizesPlan plan) {
  Section section() {
    List<SizesVerification> ran = plan.verification();
    if (ran == null || ran.isEmpty()) {
      return Section.of("verification", "");
    }
    List<Row> rows = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (SizesVerification one : ran) {
      String sizes = SizesPlanFacts.name(plan, one.sizes());
      one.figures().forEach(figure -> rows.add(row(sizes, figure)));
      boolean failed = one.equals(ran.getFirst()) && plan.outcome().equals(Plan.FAILED_FOR_REAL);
      facts.add(
          Fact.of(
              "verified",
              PlanVerification.mark(one, failed),
              verdict(sizes, one, one.equals(ran.getFirst()))));
    }
    return Section.of(
        "verification",
        "For real",
        new Table(
            "Simulation and reality",
            List.of(
                Column.left("sizes", 0),
                Column.left("objective", 0),
                Column.right("same visits", 0),
                Column.right("real", 0),
                Column.left("", 0)),
            rows),
        PlanVerification.SAME_VISITS,
        new Facts(facts));
  }

  private static Row row(String sizes, Verification.Figure figure) {
    Unit unit = PlanVerification.unit(figure);
    return Row.of(
        sizes,
        figure.objective(),
        PlanFigures.text(unit, figure.sameVisits()),
        PlanFigures.text(unit, figure.real()),
        PlanVerification.met(figure));
  }

  private static String verdict(String sizes, SizesVerification one, boolean answer) {
    String ran = PlanVerification.told(sizes, one, "journeys");
    return answer || !one.met() ? ran : ran + PlanVerification.LUCK;
  }
}
