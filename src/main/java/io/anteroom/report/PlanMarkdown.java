package io.anteroom.report;

import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import java.math.BigDecimal;

/** A plan as Markdown: the answer as a sentence, and below it the tables of the terminal. */
final class PlanMarkdown {
  private PlanMarkdown() {}

  static String text(Plan plan) {
    BigDecimal answer = plan.answer();
    Find find = Find.of(plan.find()).orElseThrow();
    Markdown page = new Markdown().heading(1, "Plan: " + String.join(", ", plan.objectives()));
    if (answer != null) {
      page.paragraph("**" + Markdown.escaped(new PlanAnswer(plan, find, answer).text()) + "**");
    }
    if (!plan.explanation().isBlank()) {
      page.paragraph("> " + Markdown.escaped(plan.explanation()));
    }
    new PlanDisagreements(plan, find)
        .sentences()
        .forEach(sentence -> page.paragraph("> " + Markdown.escaped(sentence)));
    return page.code("text", new PlanReport(Style.PLAIN).text(plan)).text();
  }
}
