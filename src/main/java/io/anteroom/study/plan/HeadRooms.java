package io.anteroom.study.plan;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
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
  private final List<Objective> opposing;
  private final Assessor assessor;

  HeadRooms(Question question, Assessor assessor) {
    this.question = question;
    this.helped = question.objectivesHelped(true);
    this.opposing = question.objectivesHelped(false);
    this.assessor = assessor;
  }

  /** Tells of one change after the other. */
  void of(BigDecimal answer, Consumer<HeadRoom> told, Consumer<String> saying)
      throws InterruptedException {
    for (Map.Entry<String, Change> change : changes().entrySet()) {
      saying.accept(change.getKey());
      told.accept(headRoom(change.getKey(), change.getValue(), answer));
    }
  }

  /**
   * A change.
   *
   * @param factor by which the answer grows, roughly
   */
  private record Change(Scenario scenario, double factor) {}

  private Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    if (question.find() != Find.RATE) {
      addLoad(changes, "load +10%", 1.1);
      addLoad(changes, "load +50%", 1.5);
    }
    Scenario scenario = question.scenario();
    if (question.find() != Find.HOLD) {
      Distribution longer =
          Variation.withMean(scenario.stay().hold(), 1.1 * scenario.stay().hold().meanNanos());
      if (longer != null) {
        changes.put("hold +10%", new Change(Variation.withHold(scenario, longer), grown(1.1)));
      }
    }
    if (scenario.stay().hold() instanceof Distribution.Paired(DurationList values)) {
      Distribution dealt = new Distribution.Empirical("the same holds", values);
      changes.put(HeadRoom.INDEPENDENT, new Change(Variation.withHold(scenario, dealt), 1));
    }
    int rooms = scenario.facility().rooms();
    if (question.find() != Find.ROOMS && rooms > 1 && scenario.facility().plan() == null) {
      changes.put(
          "one room fewer", new Change(scenario.withRooms(rooms - 1), (rooms - 1.0) / rooms));
    }
    return changes;
  }

  private void addLoad(Map<String, Change> changes, String name, double factor) {
    Scenario scenario = question.scenario();
    Arrivals arrivals = scenario.demand().arrivals();
    if (!arrivals.open()) {
      int persons = (int) Math.ceil(scenario.demand().persons() * factor);
      changes.put(name, new Change(Variation.withPersons(scenario, persons), grown(factor)));
      return;
    }
    Arrivals more = Variation.atRate(arrivals, Variation.rate(arrivals) * factor);
    if (more != null) {
      changes.put(name, new Change(Variation.withArrivals(scenario, more), grown(factor)));
    }
  }

  /** What becomes of the answer where the load grows by a factor. */
  private double grown(double factor) {
    return question.find() == Find.ROOMS ? factor : 1 / factor;
  }

  private HeadRoom headRoom(String name, Change change, BigDecimal answer)
      throws InterruptedException {
    SearchAxis axis = SearchAxis.of(question.find(), change.scenario(), question.mostRooms());
    long likely = axis.position(answer.doubleValue() * change.factor());
    boolean[] simulated = {false};
    Searcher searcher =
        new Searcher(
            axis.least(), axis.most(), position -> judge(axis, position, helped, simulated));
    Searcher.Result result = searcher.search(guess(axis, likely));
    return switch (result) {
      case Searcher.NotFound none -> new HeadRoom(name, false, null, basis(simulated));
      case Searcher.Found(long position, Long notMet) -> {
        BigDecimal needed = axis.value(position);
        int order = needed.compareTo(answer);
        boolean easier = question.find() == Find.ROOMS ? order <= 0 : order >= 0;
        boolean still = easier && allowed(axis, axis.position(answer.doubleValue()), simulated);
        boolean possible = allowed(axis, position, simulated);
        yield new HeadRoom(name, still, possible ? needed : null, basis(simulated));
      }
    };
  }

  /** Whether no objective that relief opposes fails there. */
  private boolean allowed(SearchAxis axis, long position, boolean[] simulated)
      throws InterruptedException {
    Judgement judgement = judge(axis, position, opposing, simulated);
    return judgement == Judgement.MET || judgement == Judgement.UNDECIDED;
  }

  private static Basis basis(boolean[] simulated) {
    return simulated[0] ? Basis.SIMULATION : Basis.THEORY;
  }

  /** What is simulated only where no exact formula decides. */
  private Judgement judge(
      SearchAxis axis, long position, List<Objective> about, boolean[] simulated)
      throws InterruptedException {
    Judgement exact = TheoryFigures.of(axis.at(position)).decide(about, question.find());
    if (exact != Judgement.UNDECIDED || about.isEmpty()) {
      return exact;
    }
    simulated[0] = true;
    Point point = assessor.assess(axis.value(position), axis.at(position), about, false);
    return Planner.judgement(point, about, question.find());
  }

  private long guess(SearchAxis axis, long likely) throws InterruptedException {
    long there = Math.clamp(likely, axis.least(), axis.most());
    boolean known = TheoryFigures.of(axis.at(there)).knowsAll(helped);
    return known ? Planner.guess(axis, helped, question.find()) : there;
  }
}
