package io.anteroom.experiment;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Latency;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges replications into one run: histograms and counts are added, rates are averaged, and the
 * course of time, the visits and the checks are those of the first one. Mutable; confined to one
 * thread.
 */
final class Merger {
  private final Histograms histograms = Histograms.empty();
  private final List<IntervalRecord> records = new ArrayList<>();
  private final List<Long> seeds = new ArrayList<>();
  private @Nullable Run first;
  private long endNanos;
  private long windowNanos;
  private VisitCounts visits = new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0);
  private long clamped;
  private long persons;
  private double throughput;
  private double offered;
  private double achieved;
  private double utilisation;
  private double jain;

  /** Adds the next replication. */
  void add(Run run, long seed) {
    RunResult result = run.result();
    if (first == null) {
      first = run;
    }
    seeds.add(seed);
    histograms.add(run.histograms());
    for (IntervalRecord record : run.intervals()) {
      records.add(
          new IntervalRecord(
              endNanos,
              endNanos + record.endNanos(),
              record.waits(),
              record.holds(),
              record.responses(),
              record.abandonedWaits()));
      endNanos += record.endNanos();
    }
    windowNanos += result.windowNanos();
    visits = sum(visits, result.visits());
    clamped += result.clamped();
    persons += result.fairness().persons();
    throughput += result.throughputPerSecond();
    offered += result.offeredPerSecond();
    achieved += result.achievedPerSecond();
    utilisation += result.utilisation();
    jain += result.fairness().jain();
  }

  private static VisitCounts sum(VisitCounts one, VisitCounts other) {
    return new VisitCounts(
        one.completed() + other.completed(),
        one.abandoned() + other.abandoned(),
        one.censored() + other.censored(),
        one.turnedAway() + other.turnedAway(),
        one.warmup() + other.warmup(),
        one.attempts() + other.attempts(),
        one.refusals() + other.refusals(),
        one.violations() + other.violations());
  }

  /** How many replications there are. */
  int replications() {
    return seeds.size();
  }

  /**
   * All of them as one run.
   *
   * @param scenario under which they ran, with the first one's seed
   * @param warmupFound whether its warm-up was found; null: it was given
   * @param interruption what the run's end was, if it was told to end early; else empty
   */
  Run merged(
      Scenario scenario,
      @Nullable Boolean warmupFound,
      String interruption,
      @Nullable Confidence confidence) {
    if (first == null) {
      throw new IllegalStateException("nothing to merge");
    }
    RunResult one = first.result();
    int count = seeds.size();
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            interruption.isEmpty() ? one.outcome() : Outcome.INTERRUPTED,
            interruption.isEmpty() ? one.explanation() : interruption,
            ScenarioText.settings(scenario),
            one.environment(),
            one.scheduleChecksum(),
            windowNanos,
            Latency.of(histograms.wait),
            Latency.of(histograms.hold),
            Latency.of(histograms.response),
            Latency.of(histograms.abandonedWait),
            one.lateness(),
            visits,
            throughput / count,
            offered / count,
            achieved / count,
            utilisation / count,
            new Fairness(jain / count, persons),
            one.cpu(),
            one.canary(),
            one.pinning(),
            one.flight(),
            one.theory(),
            simulation(one.simulation(), warmupFound),
            clamped,
            one.intervals(),
            confidence,
            one.checks());
    return new Run(scenario, result, histograms, records, first.visits(), Map.of());
  }

  private @Nullable Simulation simulation(@Nullable Simulation one, @Nullable Boolean warmupFound) {
    return one == null
        ? null
        : new Simulation(
            one.method(),
            one.model(),
            seeds,
            one.warmupNanos(),
            warmupFound,
            one.suggestedWarmupNanos());
  }
}
