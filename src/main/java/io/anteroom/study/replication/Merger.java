package io.anteroom.study.replication;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Check;
import io.anteroom.result.Latency;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Presence;
import io.anteroom.result.ResultBuilder;
import io.anteroom.result.ResultBuilder.Rates;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Nanos;
import io.anteroom.scenario.Scenario;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Merges runs of one scenario into one run. It adds histograms and counts, averages rates, and
 * takes the course of time and the visits from the first run. It never averages percentiles: each
 * is read from the added histograms. If one run lacks the histogram of the uncorrected wait, of the
 * lateness or of the canary, so does the whole: otherwise it would be about fewer visits than the
 * rest. Mutable; confined to one thread.
 */
final class Merger {
  /** The weight of a run's rates and of its fairness in the averages. */
  record Weight(double rates, double fairness) {
    /**
     * All replications weigh the same: they are samples of one distribution, and the confidence
     * interval is about their mean.
     */
    static final Weight SAME = new Weight(1, 1);

    /**
     * Rates and utilisation are weighed by the measured time, which gives the rate over all of it.
     * Fairness is weighed by persons. It stays an index within a run: persons of different runs
     * never waited for each other, so one index over all would mix in how the runs differ.
     */
    static Weight of(RunResult result) {
      return new Weight(result.windowNanos(), result.fairness().persons());
    }
  }

  private final Histograms histograms = Histograms.empty();
  private final MergedIntervals intervals;
  private final Set<DurationKind> unknown = EnumSet.noneOf(DurationKind.class);
  private @Nullable RunResult first;
  private List<VisitRecord> visitsOfFirst = List.of();
  private int runs;
  private Weight weights = new Weight(0, 0);
  private long windowNanos;
  private final Map<String, Long> failedCalls = new TreeMap<>();
  private VisitCounts visits = new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private long clamped;
  private long negative;
  private long persons;
  private double throughput;
  private double offered;
  private double achieved;
  private double utilisation;
  private double jain;
  private double waiting;
  private double inSystem;

  /** Null if one of the runs does not know it. */
  private @Nullable Histogram lineLengths = Histograms.one();

  private boolean presenceKnown = true;
  private final Map<PartLabel, PartMerger> parts = new LinkedHashMap<>();

  /**
   * @param mostIntervals the most intervals to keep, an even number: with more runs than that, each
   *     interval stands for several runs; Integer.MAX_VALUE keeps all
   */
  Merger(int mostIntervals) {
    this.intervals = new MergedIntervals(mostIntervals);
  }

  /** Adds the next run. */
  void add(Run run, Weight weight) {
    RunResult result = run.result();
    if (first == null) {
      first = result;
      visitsOfFirst = run.visits();
    }
    runs++;
    histograms.add(run.histograms());
    for (DurationKind kind : DurationKind.values()) {
      if (!kept(kind, run.histograms().of(kind), result.latency(kind))) {
        unknown.add(kind);
      }
    }
    intervals.add(run);
    windowNanos = Nanos.sum(windowNanos, result.windowNanos());
    visits = sum(visits, result.visits());
    result.callsFailedByKind().forEach((kind, count) -> failedCalls.merge(kind, count, Long::sum));
    clamped += result.clamped();
    negative += result.negative();
    persons += result.fairness().persons();
    weights = new Weight(weights.rates + weight.rates, weights.fairness + weight.fairness);
    if (weight.rates > 0) {
      throughput += weight.rates * result.throughputPerSecond();
      offered += weight.rates * result.offeredPerSecond();
      achieved += weight.rates * result.achievedPerSecond();
      utilisation += weight.rates * result.utilisation();
    }
    addPresence(result.presence(), weight.rates);
    if (weight.fairness > 0) {
      jain += weight.fairness * result.fairness().jain();
    }
    addParts(run, weight);
  }

  private void addParts(Run run, Weight weight) {
    List<PartResult> those = run.result().parts();
    for (PartResult part : those == null ? List.<PartResult>of() : those) {
      parts
          .computeIfAbsent(part.label(), label -> new PartMerger(part))
          .add(part, run.parts().get(part.label()), weight);
    }
  }

  private void addPresence(@Nullable Presence presence, double weight) {
    if (presence == null) {
      presenceKnown = false;
      return;
    }
    waiting += weight * presence.waiting();
    inSystem += weight * presence.inSystem();
    Histogram one = presence.lineLengths();
    Histogram all = lineLengths;
    if (one == null || all == null || !fits(one, all)) {
      lineLengths = null;
    } else {
      all.add(one);
    }
  }

  /** The nanoseconds of many very long replications may exceed a long. */
  private static boolean fits(Histogram one, Histogram all) {
    return all.getTotalCount() <= Long.MAX_VALUE - one.getTotalCount();
  }

  private @Nullable Presence presence() {
    return presenceKnown && weights.rates > 0
        ? Presence.of(waiting / weights.rates, inSystem / weights.rates, lineLengths)
        : null;
  }

  /** Older runs may have kept the figures of a distribution, but not its histogram. */
  private static boolean kept(DurationKind kind, Histogram histogram, @Nullable Latency figures) {
    return figures != null && (kind.ofVisits() || histogram.getTotalCount() == figures.count());
  }

  static VisitCounts sum(VisitCounts one, VisitCounts other) {
    return new VisitCounts(
        one.completed() + other.completed(),
        one.abandoned() + other.abandoned(),
        one.censored() + other.censored(),
        one.turnedAway() + other.turnedAway(),
        one.warmup() + other.warmup(),
        one.cooldown() + other.cooldown(),
        one.attempts() + other.attempts(),
        one.refusals() + other.refusals(),
        one.violations() + other.violations());
  }

  /** The check that all durations of all runs were in range. */
  Check durations() {
    return Check.durations(clamped, negative);
  }

  /** How many runs there are. */
  int runs() {
    return runs;
  }

  /** The first of them. */
  RunResult first() {
    if (first == null) {
      throw new IllegalStateException("nothing to merge");
    }
    return first;
  }

  /**
   * All runs as one.
   *
   * @param scenario that of the runs, with the first one's seed
   * @param rest sets what this class does not merge
   */
  Run merged(Scenario scenario, Consumer<ResultBuilder> rest) {
    return merged(scenario, rest, intervals.without(unknown));
  }

  /** What has been merged so far, without the course of time; more runs may be added. */
  Run soFar(Scenario scenario) {
    return merged(scenario, result -> {}, List.of());
  }

  private Run merged(
      Scenario scenario, Consumer<ResultBuilder> rest, List<IntervalRecord> records) {
    RunResult one = first();
    for (DurationKind kind : unknown) {
      histograms.of(kind).reset();
    }
    ResultBuilder result =
        new ResultBuilder(scenario, one.environment())
            .schedule(one.scheduleChecksum())
            .window(one.windowStartNanos(), windowNanos)
            .durations(histograms, unknown)
            .visits(visits)
            .failedCalls(failedCalls)
            .rates(
                new Rates(
                    average(throughput, weights.rates),
                    average(offered, weights.rates),
                    average(achieved, weights.rates),
                    average(utilisation, weights.rates)))
            .presence(presence())
            .fairness(new Fairness(average(jain, weights.fairness), persons))
            .theory(one.theory())
            .outOfRange(clamped, negative)
            .intervals(one.intervals())
            .parts(
                one.parts() == null
                    ? null
                    : parts.values().stream().map(PartMerger::merged).toList());
    rest.accept(result);
    Map<PartLabel, Histograms> recorded = new LinkedHashMap<>();
    parts.forEach((label, part) -> recorded.put(label, part.histograms()));
    return new Run(
        scenario, result.build(), histograms, records, visitsOfFirst, Map.of(), recorded);
  }

  static double average(double sum, double weight) {
    return weight == 0 ? Double.NaN : sum / weight;
  }
}
