package io.anteroom.result;

import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario.Facility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a run of journeys, on either clock, made of what was counted of each class in each
 * pool. For after the run.
 */
public final class JourneyParts {
  private final Journey journey;
  private final Cells cells;
  private final long fromNanos;
  private final long untilNanos;
  private final int classes;
  private final List<PartResult> results = new ArrayList<>();
  private final Map<PartLabel, Histograms> histograms = new LinkedHashMap<>();
  private final PartFigures journeys;

  /** Where the figures come from. Each is asked for once or more; it is not changed. */
  public interface Cells {
    /** Of the visits of a class to a pool; without classes there is one. */
    PartFigures of(int pool, int personClass);

    PartFigures journeysOf(int personClass);
  }

  /**
   * @param fromNanos when the measured part began
   * @param untilNanos when it ended
   */
  public JourneyParts(Journey journey, Cells cells, long fromNanos, long untilNanos) {
    this.journey = journey;
    this.cells = cells;
    this.fromNanos = fromNanos;
    this.untilNanos = untilNanos;
    this.classes = Math.max(journey.classes().size(), 1);
    for (int pool = 0; pool < journey.pools().size(); pool++) {
      PartFigures all = PartFigures.none();
      for (int each = 0; each < classes; each++) {
        all = all.plus(cells.of(pool, each));
      }
      add(pool, null, all);
    }
    PartFigures all = PartFigures.none();
    for (int each = 0; each < classes; each++) {
      all = all.plus(cells.journeysOf(each));
    }
    this.journeys = all;
    if (!journey.classes().isEmpty()) {
      addClasses();
    }
  }

  private void addClasses() {
    for (int each = 0; each < classes; each++) {
      add(-1, journey.classes().get(each).name(), cells.journeysOf(each));
    }
    for (int pool = 0; pool < journey.pools().size(); pool++) {
      for (int each = 0; each < classes; each++) {
        add(pool, journey.classes().get(each).name(), cells.of(pool, each));
      }
    }
  }

  /**
   * @param pool negative: whole journeys
   */
  private void add(int pool, @Nullable String personClass, PartFigures part) {
    String name = pool < 0 ? null : journey.pools().get(pool).name();
    Facility facility = pool < 0 ? null : journey.pools().get(pool).facility();
    Integer rooms = facility == null ? null : facility.rooms();
    PartFigures.Flow flow = part.flow();
    histograms.put(new PartLabel(name, personClass), part.durations());
    results.add(
        new PartResult(
            name,
            personClass,
            rooms,
            PartResult.Durations.of(part.durations()),
            counts(part.visits()),
            new PartResult.Flow(
                average(flow.completed() * 1e9),
                average((flow.completed() + flow.abandoned()) * 1e9),
                facility == null
                    ? Double.NaN
                    : average(flow.insideNanos()) / facility.meanRooms(fromNanos, untilNanos),
                average(flow.waitingNanos()),
                average(flow.insideNanos())),
            fairness(part.waits())));
  }

  private double average(double total) {
    return untilNanos <= fromNanos ? 0 : total / (untilNanos - fromNanos);
  }

  /** What became of measured visits; how many others there were is not counted by part. */
  private static VisitCounts counts(PartFigures.Visits visits) {
    return new VisitCounts(
        visits.completed(),
        visits.abandoned(),
        visits.cut(),
        visits.turnedAway(),
        0,
        0,
        visits.completed() + visits.refusals(),
        visits.refusals(),
        0);
  }

  private static RunResult.Fairness fairness(PartFigures.Waits waits) {
    return new RunResult.Fairness(
        Fairness.jain(waits.known(), waits.sumSeconds(), waits.sumOfSquares()), waits.known());
  }

  /** By pool, by class and by both. */
  public List<PartResult> results() {
    return List.copyOf(results);
  }

  /** What was recorded, for each of {@link #results}. */
  public Map<PartLabel, Histograms> histograms() {
    return histograms;
  }

  /** What the measured journeys of all classes took. */
  public Histograms journeys() {
    return journeys.durations();
  }

  /** What became of the measured journeys of all classes. */
  public VisitCounts journeyCounts() {
    return counts(journeys.visits());
  }

  /** Over the waits of the measured journeys of all classes. */
  public RunResult.Fairness fairnessOfJourneys() {
    return fairness(journeys.waits());
  }
}
