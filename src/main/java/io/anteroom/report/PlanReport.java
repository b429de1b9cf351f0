package io.anteroom.report;

import io.anteroom.report.facts.Report;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.SizesPlan;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The answer to a question of capacity, of one pool or of several, in every format. */
public sealed interface PlanReport {
  /** Whether there is an answer. */
  boolean answered();

  /** How it ended, as the document has it. */
  String outcome();

  /** The document. */
  String json();

  /** A picture. */
  String svg();

  /** What every format has room for. */
  Report facts();

  /**
   * The page.
   *
   * @param command that made the plan; null: not known
   */
  Report page(@Nullable String command);

  /**
   * For a person at a terminal.
   *
   * @param folder where the results are; null: nowhere
   */
  default String text(Style style, @Nullable Path folder) {
    return TextRenderer.answerFirst(facts(), style, answered(), folder);
  }

  /** Reads the document. */
  static PlanReport read(Path file) throws IOException {
    return SizesPlan.JSON.isIn(file)
        ? new OfSizes(SizesPlan.JSON.read(file))
        : new OfOnePool(Plan.JSON.read(file));
  }

  /** Of one pool. */
  record OfOnePool(Plan plan) implements PlanReport {
    @Override
    public boolean answered() {
      return plan.answer() != null;
    }

    @Override
    public String outcome() {
      return plan.outcome();
    }

    @Override
    public String json() {
      return Plan.JSON.write(plan);
    }

    @Override
    public String svg() {
      return PlanSvg.text(plan);
    }

    @Override
    public Report facts() {
      return PlanFacts.of(plan);
    }

    @Override
    public Report page(@Nullable String command) {
      return PlanFacts.page(plan, command);
    }
  }

  /** Of several pools. */
  record OfSizes(SizesPlan plan) implements PlanReport {
    @Override
    public boolean answered() {
      return plan.answer() != null;
    }

    @Override
    public String outcome() {
      return plan.outcome();
    }

    @Override
    public String json() {
      return SizesPlan.JSON.write(plan);
    }

    @Override
    public String svg() {
      return SizesPlanSvg.text(plan);
    }

    @Override
    public Report facts() {
      return SizesPlanFacts.of(plan);
    }

    @Override
    public Report page(@Nullable String command) {
      return SizesPlanFacts.page(plan, command);
    }
  }
}
