package io.anteroom.report;

import io.anteroom.expectation.Expectation;
import io.anteroom.plan.Basis;
import io.anteroom.plan.Find;
import io.anteroom.plan.HeadRoom;
import io.anteroom.plan.Judgement;
import io.anteroom.plan.Plan;
import io.anteroom.plan.Point;
import io.anteroom.plan.Standing;
import io.anteroom.plan.Words;
import io.anteroom.result.FigureText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

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
    printFacts(plan, find, page);
    new PlanVerification(plan, find, page).print();
    return page.text();
  }

  private void printAnswer(Plan plan, Find find, Page page) {
    BigDecimal answer = plan.answer();
    if (answer != null) {
      page.paragraph(0, new PlanAnswer(plan, find, answer).text(), style::strong);
    }
    if (!plan.explanation().isEmpty()) {
      Mark mark = plan.outcome().equals(Plan.INTERRUPTED) ? Mark.UNCLEAR : Mark.BAD;
      List<String> lines = Page.wrap(plan.explanation(), Page.WIDTH - 2);
      page.line(mark.in(style) + " " + lines.getFirst());
      lines.stream().skip(1).forEach(rest -> page.line("  " + rest));
    }
  }

  private static String scenario(Plan plan) {
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

  private void printFacts(Plan plan, Find find, Page page) {
    String label = "head-room";
    for (HeadRoom one : plan.headRoom()) {
      page.fact(label, one.holds() ? Mark.GOOD : Mark.BAD, headRoom(one, find));
      label = "";
    }
    BigDecimal knee = plan.knee();
    if (knee != null) {
      page.fact(
          "knee",
          Words.of(find, knee)
              + ": up to there each room buys most (farthest below the straight line between the"
              + " curve's ends: Kneedle, Satopää et al. 2011)");
    }
    printCost(plan, page);
    String model = plan.model();
    if (model != null) {
      page.fact("theory", model + (plan.exact() ? ", exact" : ", an approximation"));
    } else if (plan.answer() != null) {
      page.fact("theory", "has no formula for it: simulated only");
    }
    printDisagreement(plan, find, page);
    page.fact("simulated", effort(plan));
  }

  private static String headRoom(HeadRoom one, Find find) {
    BigDecimal needed = one.needed();
    String by = one.basis() == Basis.THEORY ? " (by theory)" : "";
    if (needed == null) {
      return one.change() + ": no answer";
    }
    String then =
        find == Find.ROOMS
            ? one.holds() ? "the answer still does" : "takes " + Words.of(find, needed)
            : one.holds() ? "the answer still does" : "no more than " + Words.of(find, needed);
    return one.change() + ": " + then + by;
  }

  private static void printCost(Plan plan, Page page) {
    BigDecimal cost = plan.cost();
    BigDecimal each = plan.costPerRoom();
    if (cost != null && each != null) {
      page.fact(
          "cost",
          cost.toPlainString()
              + " at "
              + each.toPlainString()
              + " a room: the cheapest plan, for every room costs the same and fewer fail");
    }
  }

  /** Where simulation decides against an exact formula, a person should know. */
  private static void printDisagreement(Plan plan, Find find, Page page) {
    List<BigDecimal> decisive = new ArrayList<>();
    BigDecimal answer = plan.answer();
    BigDecimal notMet = plan.notMet();
    if (answer != null) {
      decisive.add(answer);
    }
    if (notMet != null) {
      decisive.add(notMet);
    }
    for (BigDecimal value : decisive) {
      Point point = plan.at(value);
      for (Standing standing : point == null ? List.<Standing>of() : point.standings()) {
        if (plan.exact() && disagrees(standing)) {
          page.fact(
              "",
              Mark.LIMITED,
              "at "
                  + Words.of(find, value)
                  + " theory and simulation differ about "
                  + standing.objective()
                  + "; the simulation was followed");
        }
      }
    }
  }

  private static boolean disagrees(Standing standing) {
    Double theory = standing.theory();
    if (theory == null
        || standing.basis() != Basis.SIMULATION
        || standing.verdict() == Judgement.UNDECIDED) {
      return false;
    }
    return Expectation.parse(standing.objective()).holds(theory)
        != (standing.verdict() == Judgement.MET);
  }

  private static String effort(Plan plan) {
    LongSummaryStatistics replications = new LongSummaryStatistics();
    LongSummaryStatistics visits = new LongSummaryStatistics();
    for (Point point : plan.curve()) {
      if (point.replications() > 0) {
        replications.accept(point.replications());
        visits.accept(point.visits());
      }
    }
    if (replications.getCount() == 0) {
      return "nothing";
    }
    String length = range(visits) + " visits";
    return range(replications)
        + " replications of "
        + length
        + ", the same arrivals and holds for every candidate · seed "
        + plan.scenario().get("seed")
        + " · "
        + plan.judged()
        + " candidates judged";
  }

  private static String range(LongSummaryStatistics counts) {
    String least = FigureText.count(counts.getMin());
    return counts.getMin() == counts.getMax()
        ? least
        : least + " to " + FigureText.count(counts.getMax());
  }
}
