package io.anteroom.report;

import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Expectation;
import io.anteroom.study.plan.Basis;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.HeadRoom;
import io.anteroom.study.plan.Judgement;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.PlanWords;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Stream;

/** What there is to know about a plan besides its answer and its candidates. */
record PlanNotes(Plan plan, Find find) {

  List<Fact> all() {
    List<Fact> facts =
        new ArrayList<>(
            Facts.labelledOnce(
                plan.headRoom().stream()
                    .filter(one -> !one.change().equals(HeadRoom.INDEPENDENT))
                    .map(
                        one ->
                            Fact.of("head-room", one.holds() ? Mark.GOOD : Mark.BAD, headRoom(one)))
                    .toList()));
    addPairs(facts);
    addKnee(facts);
    addCost(facts);
    addTheory(facts);
    addDisagreements(facts);
    facts.add(Fact.of("simulated", effort()));
    return facts;
  }

  /** What the plan would be if arrivals and holds did not belong together. */
  private void addPairs(List<Fact> facts) {
    for (HeadRoom one : plan.headRoom()) {
      BigDecimal needed = one.needed();
      BigDecimal paired = plan.answer();
      if (one.change().equals(HeadRoom.INDEPENDENT)) {
        boolean same = needed != null && paired != null && needed.compareTo(paired) == 0;
        String answer = needed == null ? "no answer" : PlanWords.of(find, needed);
        facts.add(
            Fact.of(
                "pairs",
                "each arrival has its own hold; with the same holds dealt to the arrivals at random"
                    + " the answer is "
                    + (same ? "the same, " : "")
                    + answer));
      }
    }
  }

  private void addKnee(List<Fact> facts) {
    BigDecimal knee = plan.knee();
    if (knee != null) {
      facts.add(
          Fact.of(
              "knee",
              PlanWords.of(find, knee)
                  + ": up to there each room buys most (farthest below the straight line between"
                  + " the curve's ends: Kneedle, Satopää et al. 2011)"));
    }
  }

  private void addTheory(List<Fact> facts) {
    Point answering = plan.at(plan.answer());
    if (answering == null) {
      return;
    }
    String model = plan.model();
    List<String> others =
        answering.standings().stream()
            .flatMap(standing -> Stream.ofNullable(standing.exactBy()))
            .filter(formula -> model == null || !formula.startsWith(model))
            .distinct()
            .toList();
    List<String> parts = new ArrayList<>();
    if (model != null) {
      parts.add(model + (plan.exact() ? ", exact" : ", an approximation of the waits"));
    }
    others.forEach(formula -> parts.add(formula + ", exact"));
    facts.add(
        Fact.of(
            "theory",
            parts.isEmpty() ? "has no formula for it: simulated only" : Fact.parts(parts)));
  }

  private String headRoom(HeadRoom one) {
    BigDecimal needed = one.needed();
    String by = one.basis() == Basis.THEORY ? " (by theory)" : "";
    if (needed == null) {
      return one.change() + ": no answer";
    }
    String then =
        find == Find.ROOMS
            ? one.holds() ? "the answer still does" : "takes " + PlanWords.of(find, needed)
            : one.holds() ? "the answer still does" : "no more than " + PlanWords.of(find, needed);
    return one.change() + ": " + then + by;
  }

  private void addCost(List<Fact> facts) {
    BigDecimal cost = plan.cost();
    BigDecimal each = plan.costPerRoom();
    if (cost != null && each != null) {
      facts.add(
          Fact.of(
              "cost",
              cost.toPlainString()
                  + " at "
                  + each.toPlainString()
                  + " a room: the cheapest plan, for every room costs the same and fewer fail"));
    }
  }

  /** In older plans the simulation decided, even against an exact formula. */
  private void addDisagreements(List<Fact> facts) {
    List<BigDecimal> decisive =
        Stream.of(plan.answer(), plan.notMet()).flatMap(Stream::ofNullable).toList();
    for (BigDecimal value : decisive) {
      Point point = plan.at(value);
      for (Standing standing : point == null ? List.<Standing>of() : point.standings()) {
        if (plan.exact() && disagrees(standing)) {
          facts.add(
              Fact.of(
                  "",
                  Mark.LIMITED,
                  "at "
                      + PlanWords.of(find, value)
                      + " theory and simulation differ about "
                      + standing.objective()
                      + "; the simulation was followed"));
        }
      }
    }
  }

  private static boolean disagrees(Standing standing) {
    Double theory = standing.theory();
    if (theory == null
        || standing.exactBy() != null
        || standing.basis() != Basis.SIMULATION
        || standing.verdict() == Judgement.UNDECIDED) {
      return false;
    }
    return Expectation.parse(standing.objective()).holds(theory)
        != (standing.verdict() == Judgement.MET);
  }

  private String effort() {
    LongSummaryStatistics replications = new LongSummaryStatistics();
    LongSummaryStatistics visits = new LongSummaryStatistics();
    for (Point point : plan.curve()) {
      if (point.replications() > 0) {
        replications.accept(point.replications());
        visits.accept(point.visits());
      }
    }
    if (replications.getCount() == 0) {
      return "nothing: the formulas say it all";
    }
    String length = range(visits) + " visits";
    return range(replications)
        + " replications of "
        + length
        + ", the same arrivals and holds for every candidate · seed "
        + plan.scenario().get("seed")
        + " · "
        + plan.judged()
        + " candidates judged"
        + alike();
  }

  private String alike() {
    if (!PlanAnswer.alike(plan)) {
      return "";
    }
    boolean listed = String.valueOf(plan.scenario().get("arrivals")).startsWith("trace:");
    return " · all replications alike, since nothing is drawn at random"
        + (listed ? ": they are one day, and trace:FILE,bootstrap=5m draws others" : "");
  }

  private static String range(LongSummaryStatistics counts) {
    String least = FigureText.count(counts.getMin());
    return counts.getMin() == counts.getMax()
        ? least
        : least + " to " + FigureText.count(counts.getMax());
  }
}
