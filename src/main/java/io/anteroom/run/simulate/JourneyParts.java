package io.anteroom.run.simulate;

import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.schedule.MeasuredWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a run of journeys, made of what was counted of each class in each pool. For after
 * the run.
 */
final class JourneyParts {
  private final Journey journey;
  private final JourneyTally tally;
  private final Flows flows;
  private final MeasuredWindow window;
  private final int classes;
  private final List<PartResult> results = new ArrayList<>();
  private final Map<PartLabel, Histograms> histograms = new LinkedHashMap<>();

  JourneyParts(Journey journey, JourneyTally tally, Flows flows, MeasuredWindow window) {
    this.journey = journey;
    this.tally = tally;
    this.flows = flows;
    this.window = window;
    this.classes = Math.max(journey.classes().size(), 1);
    for (int pool = 0; pool < journey.pools().size(); pool++) {
      addPool(pool);
    }
    if (!journey.classes().isEmpty()) {
      addClasses();
    }
  }

  private void addPool(int pool) {
    List<PartTally> visits = new ArrayList<>();
    Flow.Totals flow = new Flow.Totals(0, 0, 0, 0);
    for (int each = 0; each < classes; each++) {
      visits.add(tally.of(pool, each));
      flow = flow.plus(flows.of(pool, each).within());
    }
    add(pool, null, visits, flow);
  }

  private void addClasses() {
    for (int each = 0; each < classes; each++) {
      String name = journey.classes().get(each).name();
      add(-1, name, List.of(tally.journeysOf(each)), flows.journeysOf(each).within());
    }
    for (int pool = 0; pool < journey.pools().size(); pool++) {
      for (int each = 0; each < classes; each++) {
        String name = journey.classes().get(each).name();
        add(pool, name, List.of(tally.of(pool, each)), flows.of(pool, each).within());
      }
    }
  }

  /**
   * @param pool negative: whole journeys
   */
  private void add(
      int pool, @Nullable String personClass, List<PartTally> visits, Flow.Totals flow) {
    String name = pool < 0 ? null : journey.pools().get(pool).name();
    Integer rooms = pool < 0 ? null : journey.pools().get(pool).facility().rooms();
    Histograms all = recorded(visits);
    double perSecond = window.average(1e9);
    histograms.put(new PartLabel(name, personClass), all);
    results.add(
        new PartResult(
            name,
            personClass,
            rooms,
            PartResult.Durations.of(all),
            counts(visits),
            new PartResult.Flow(
                flow.completed() * perSecond,
                flow.ended() * perSecond,
                rooms == null ? Double.NaN : window.average(flow.insideNanos()) / rooms,
                window.average(flow.waitingNanos()),
                window.average(flow.insideNanos())),
            fairness(visits)));
  }

  private static Histograms recorded(List<PartTally> visits) {
    Histograms all = Histograms.empty();
    visits.forEach(each -> each.addTo(all));
    return all;
  }

  /** What became of measured visits; how many others there were is not counted by part. */
  private static VisitCounts counts(List<PartTally> visits) {
    long completed = 0;
    long abandoned = 0;
    long cut = 0;
    long turnedAway = 0;
    for (PartTally each : visits) {
      completed += each.completed;
      abandoned += each.abandoned;
      cut += each.cut;
      turnedAway += each.turnedAway;
    }
    return new VisitCounts(
        completed, abandoned, cut, turnedAway, 0, 0, completed + abandoned, abandoned, 0);
  }

  private static RunResult.Fairness fairness(List<PartTally> visits) {
    long known = 0;
    double sum = 0;
    double sumOfSquares = 0;
    for (PartTally each : visits) {
      known += each.known;
      sum += each.sumSeconds;
      sumOfSquares += each.sumOfSquares;
    }
    return new RunResult.Fairness(Fairness.jain(known, sum, sumOfSquares), known);
  }

  /** By pool, by class and by both. */
  List<PartResult> results() {
    return List.copyOf(results);
  }

  /** What was recorded, for each of {@link #results}. */
  Map<PartLabel, Histograms> histograms() {
    return histograms;
  }

  /** What the measured journeys of all classes took. */
  Histograms journeys() {
    return recorded(ofAllClasses());
  }

  /** What became of the measured journeys of all classes. */
  VisitCounts journeyCounts() {
    return counts(ofAllClasses());
  }

  /** Over the waits of the measured journeys of all classes. */
  RunResult.Fairness fairnessOfJourneys() {
    return fairness(ofAllClasses());
  }

  private List<PartTally> ofAllClasses() {
    List<PartTally> visits = new ArrayList<>();
    for (int each = 0; each < classes; each++) {
      visits.add(tally.journeysOf(each));
    }
    return visits;
  }
}
