package io.anteroom.report;

import io.anteroom.expectation.Expectation;
import io.anteroom.expectation.Unit;
import io.anteroom.plan.Basis;
import io.anteroom.plan.Find;
import io.anteroom.plan.HeadRoom;
import io.anteroom.plan.Judgement;
import io.anteroom.plan.Plan;
import io.anteroom.plan.Point;
import io.anteroom.plan.Standing;
import io.anteroom.plan.Verification;
import io.anteroom.plan.Words;
import io.anteroom.result.FigureText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    new VerificationTable(plan, find, page).print();
    return page.text();
  }

  private void printAnswer(Plan plan, Find find, Page page) {
    BigDecimal answer = plan.answer();
    if (answer != null) {
      page.paragraph(0, new Answer(plan, find, answer).text(), style::strong);
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
    String length =
        visits.getMax() == 0
            ? String.valueOf(plan.scenario().get("duration"))
            : range(visits) + " visits";
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

  /** The answer in a sentence, and how sure it is. */
  private record Answer(Plan plan, Find find, BigDecimal answer) {
    String text() {
      return met() + neighbour() + ".";
    }

    private String met() {
      boolean one = find != Find.ROOMS || answer.compareTo(BigDecimal.ONE) == 0;
      String objectives =
          plan.objectives().size() == 1
              ? plan.objectives().getFirst()
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

  /** Theory, simulation and reality side by side. */
  private record VerificationTable(Plan plan, Find find, Page page) {
    /** A sleep is late by about that much on a busy machine. */
    private static final double NEAR_NANOS = 3e6;

    private static final double NEAR_SHARE = 0.01;
    private static final double NEAR_RELATIVE = 0.1;

    void print() {
      if (plan.verification().isEmpty()) {
        return;
      }
      page.blank();
      page.line(
          page.style()
              .faint("for real                       theory simulated  same visits       real"));
      for (Verification one : plan.verification()) {
        for (Verification.Figure figure : one.figures()) {
          print(one, figure);
        }
      }
      page.paragraph(
          0,
          "(same visits: the arrivals and holds that ran for real, simulated)",
          page.style()::faint);
      for (Verification one : plan.verification()) {
        page.fact(
            "verified",
            agrees(one) ? Mark.GOOD : Mark.BAD,
            Words.of(find, one.value())
                + ", "
                + one.outcome()
                + ", "
                + FigureText.count(one.visits())
                + " visits for real: "
                + (agrees(one)
                    ? "agrees with the same visits simulated"
                    : "differs from the same visits simulated by more than 10% and 3ms"));
      }
    }

    private void print(Verification one, Verification.Figure figure) {
      Expectation expectation = Expectation.parse(figure.objective());
      Unit unit = expectation.metric().unit();
      String metric = expectation.metric().name();
      page.line(
          PlanFigures.padded(Words.brief(find, one.value()), 9)
              + "  "
              + metric
              + " ".repeat(Math.max(16 - metric.length(), 1))
              + PlanFigures.padded(PlanFigures.text(unit, figure.theory()), 10)
              + PlanFigures.padded(
                  PlanFigures.text(
                      unit, figure.simulated() == null ? null : figure.simulated().mean()),
                  10)
              + PlanFigures.padded(PlanFigures.text(unit, figure.sameVisits()), 13)
              + PlanFigures.padded(PlanFigures.text(unit, figure.real()), 11)
              + "  "
              + (figure.met() ? Mark.GOOD : Mark.BAD).in(page.style())
              + (figure.met() ? " meets" : " fails"));
    }

    private static boolean agrees(Verification one) {
      return one.figures().stream().allMatch(VerificationTable::agrees);
    }

    private static boolean agrees(Verification.Figure figure) {
      Double same = figure.sameVisits();
      Double real = figure.real();
      if (same == null || real == null) {
        return Objects.equals(same, real);
      }
      Unit unit = Expectation.parse(figure.objective()).metric().unit();
      double slack =
          switch (unit) {
            case DURATION -> NEAR_NANOS;
            case SHARE -> NEAR_SHARE;
            case RATE, NUMBER -> 0;
          };
      return Math.abs(real - same) <= Math.max(slack, NEAR_RELATIVE * same);
    }
  }
}
