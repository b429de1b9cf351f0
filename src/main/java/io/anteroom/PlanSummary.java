package io.anteroom;

import io.anteroom.report.PlanReport;
import io.anteroom.report.Style;
import io.anteroom.study.plan.Plan;
import java.math.BigDecimal;
import java.util.OptionalInt;

/** The answer to a question of capacity. Immutable. */
public final class PlanSummary {
  private final Plan plan;

  PlanSummary(Plan plan) {
    this.plan = plan;
  }

  /** The fewest rooms that meet all objectives; empty if there is no such number. */
  public OptionalInt rooms() {
    BigDecimal answer = plan.answer();
    return answer == null ? OptionalInt.empty() : OptionalInt.of(answer.intValueExact());
  }

  /** Why there is no answer, or what to know about it; mostly empty. */
  public String explanation() {
    return plan.explanation();
  }

  /** The plan that the command prints: 80 columns, no colours. */
  public String text() {
    return PlanReport.of(plan).text(Style.PLAIN, null);
  }

  /** The plan as the command prints it for programs. */
  public String json() {
    return Plan.JSON.write(plan);
  }
}
