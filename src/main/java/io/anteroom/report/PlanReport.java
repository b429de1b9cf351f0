package io.anteroom.report;

import io.anteroom.report.facts.Report;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.SizesPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question of capacity, of one pool or of several, in every format.
 *
 * @param answered whether there is an answer
 * @param outcome how it ended, as the document has it
 * @param json the document
 * @param drawing draws a picture
 * @param facts what every format has room for
 * @param page the page, of the command that made the plan; null: not known
 */
public record PlanReport(
    boolean answered,
    String outcome,
    String json,
    Supplier<String> drawing,
    Report facts,
    Function<@Nullable String, Report> page) {
  /** Of one pool. */
  public static PlanReport of(Plan plan) {
    return new PlanReport(
        plan.answer() != null,
        plan.outcome(),
        Plan.JSON.write(plan),
        () -> PlanSvg.text(plan),
        PlanFacts.of(plan),
        command -> PlanFacts.page(plan, command));
  }

  /** Of several pools. */
  public static PlanReport of(SizesPlan plan) {
    return new PlanReport(
        plan.answer() != null,
        plan.outcome(),
        SizesPlan.JSON.write(plan),
        () -> SizesPlanSvg.text(plan),
        SizesPlanFacts.of(plan),
        command -> SizesPlanFacts.page(plan, command));
  }

  /** Reads the document. */
  static PlanReport read(Path file) throws IOException {
    return SizesPlan.JSON.isIn(file) ? of(SizesPlan.JSON.read(file)) : of(Plan.JSON.read(file));
  }

  /** A picture. */
  String svg() {
    return drawing.get();
  }

  /** The page of a command that may not be known. */
  public Report page(@Nullable String command) {
    return page.apply(command);
  }

  /**
   * For a person at a terminal.
   *
   * @param folder where the results are; null: nowhere
   */
  public String text(Style style, @Nullable Path folder) {
    return TextRenderer.answerFirst(facts, style, answered, folder);
  }
}
