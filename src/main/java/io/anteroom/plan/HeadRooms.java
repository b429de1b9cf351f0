package io.anteroom.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Scenario;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Whether an answer still does when the load grows or the holds get longer. */
final class HeadRooms {
  private final Question question;
  private final List<Objective> helped;
  private final Assessor assessor;

  HeadRooms(Question question, List<Objective> helped, Assessor assessor) {
    this.question = question;
    this.helped = helped;
    this.assessor = assessor;
  }

  /** Tells of one change after the other. */
  void of(BigDecimal answer, Consumer<HeadRoom> told, Consumer<String> saying)
      throws InterruptedException {
    for (Map.Entry<String, Scenario> change : changes().entrySet()) {
      saying.accept(change.getKey());
      told.accept(headRoom(change.getKey(), change.getValue(), answer));
    }
  }

  private Map<String, Scenario> changes() {
    Map<String, Scenario> changes = new LinkedHashMap<>();
    if (question.find() != Find.RATE) {
      addLoad(changes, "load +10%", 1.1);
      addLoad(changes, "load +50%", 1.5);
    }
    Scenario scenario = question.scenario();
    if (question.find() != Find.HOLD) {
      Distribution longer =
          Variation.withMean(scenario.stay().hold(), 1.1 * scenario.stay().hold().meanNanos());
      if (longer != null) {
        changes.put("hold +10%", Variation.withHold(scenario, longer));
      }
    }
    int rooms = scenario.facility().rooms();
    if (question.find() != Find.ROOMS && rooms > 1) {
      changes.put("one room fewer", Variation.withRooms(scenario, rooms - 1));
    }
    return changes;
  }

  private void addLoad(Map<String, Scenario> changes, String name, double factor) {
    Scenario scenario = question.scenario();
    Arrivals arrivals = scenario.demand().arrivals();
    if (!arrivals.open()) {
      int persons = (int) Math.ceil(scenario.demand().persons() * factor);
      changes.put(name, Variation.withPersons(scenario, persons));
      return;
    }
    Arrivals more = Variation.atRate(arrivals, Variation.rate(arrivals) * factor);
    if (more != null) {
      changes.put(name, Variation.withArrivals(scenario, more));
    }
  }

  private HeadRoom headRoom(String change, Scenario scenario, BigDecimal answer)
      throws InterruptedException {
    Axis axis = Axis.of(question.find(), scenario, question.mostRooms());
    boolean[] simulated = {false};
    Searcher searcher =
        new Searcher(
            axis.least(),
            axis.most(),
            position -> {
              TheoryFigures theory = TheoryFigures.of(axis.at(position));
              boolean endless =
                  Load.endless(axis.at(position))
                      && helped.stream().anyMatch(Objective::aboutWaits);
              if (endless || (!question.lengthGiven() && theory.knowsAll(helped))) {
                return theory.judge(helped);
              }
              simulated[0] = true;
              Point point = assessor.assess(axis.value(position), axis.at(position), helped, false);
              return point.verdict() != Judgement.MET && point.nobodyWaited()
                  ? Judgement.HOPELESS
                  : point.verdict();
            });
    Searcher.Result result = searcher.search(Planner.guess(axis, helped));
    Basis basis = simulated[0] ? Basis.SIMULATION : Basis.THEORY;
    return switch (result) {
      case Searcher.NotFound none -> new HeadRoom(change, false, null, basis);
      case Searcher.Found(long position, Long notMet) -> {
        BigDecimal needed = axis.value(position);
        int order = needed.compareTo(answer);
        boolean holds = question.find() == Find.ROOMS ? order <= 0 : order >= 0;
        yield new HeadRoom(change, holds, needed, basis);
      }
    };
  }
}
