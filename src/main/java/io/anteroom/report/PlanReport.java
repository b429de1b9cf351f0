package io.anteroom.report;

import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A plan for a person at a terminal: plain text, 80 columns wide. */
public final class PlanReport {
  private static final List<String> SHOWN =
      List.of("arrivals", "persons", "think", "rooms", "hold", "patience", "limit", "mode", "line");

  private final Style style;

  public PlanReport(Style style) {
    this.style = style;
  }

  /** The whole text, ending in a line feed. */
  public String text(Plan plan) {
    Page page = new Page(style);
    Find find = Find.of(plan.find()).orElseThrow();
    printAnswer(plan, find, page);
    page.paragraph(0, scenario(plan), style::faint);
    page.blank();
    new PlanTable(plan, find, page).print();
    if (plan.answer() != null) {
      new PlanPlot(plan, find, page).print();
    }
    new PlanFacts(plan, find).all().forEach(fact -> print(fact, page));
    new PlanVerification(plan, find, page).print();
    return page.text();
  }

  private void printAnswer(Plan plan, Find find, Page page) {
    BigDecimal answer = plan.answer();
    if (answer != null) {
      page.paragraph(0, new PlanAnswer(plan, find, answer).text(), style::strong);
    }
    if (!plan.explanation().isEmpty() && !plan.outcome().equals(Plan.FAILED_FOR_REAL)) {
      Mark mark = plan.outcome().equals(Plan.INTERRUPTED) ? Mark.UNCLEAR : Mark.BAD;
      print(mark, plan.explanation(), page);
    }
    PlanDisagreements disagreements = new PlanDisagreements(plan, find);
    disagreements.sentences().forEach(sentence -> print(disagreements.mark(), sentence, page));
  }

  private void print(Mark mark, String text, Page page) {
    List<String> lines = Page.wrap(text, Page.WIDTH - 2);
    page.line(mark.in(style) + " " + lines.getFirst());
    lines.stream().skip(1).forEach(rest -> page.line("  " + rest));
  }

  /** What the plan was asked about, in few words. */
  static String scenario(Plan plan) {
    List<String> parts = new ArrayList<>();
    for (String key : SHOWN) {
      Object value = plan.scenario().get(key);
      boolean looked = key.equals(plan.find()) && plan.answer() == null;
      if (value != null && !value.equals("none") && !looked) {
        parts.add(key + " " + value);
      }
    }
    return Page.parts(parts);
  }

  private static void print(PlanFacts.Fact fact, Page page) {
    if (fact.mark() == null) {
      page.fact(fact.label(), fact.text());
    } else {
      page.fact(fact.label(), fact.mark(), fact.text());
    }
  }
}
