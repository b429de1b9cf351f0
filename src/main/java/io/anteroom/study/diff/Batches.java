package io.anteroom.study.diff;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.Quantiles;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.RunPart;
import io.anteroom.statistics.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one run into batches of time that follow on one another, each a sample (non-overlapping
 * batch means: Conway, Some Tactical Problems in Digital Simulation, Management Science 10, 1963;
 * Law and Kelton, Simulation Modeling and Analysis, chapter 9; from 10 to 20 of them are enough:
 * Schmeiser, Batch Size Effects in the Analysis of Simulation Output, Operations Research 30,
 * 1982). Batches that depend on each other (von Neumann's ratio of successive differences, Annals
 * of Mathematical Statistics 12, 1941) are no samples: then the run is too short, or goes
 * somewhere.
 */
final class Batches {
  private static final int LEAST = 10;
  private static final int MOST = 20;

  /** So many visits are in a batch of which a mean or a share is a sample. */
  private static final int LEAST_VISITS = 5;

  /** One-sided, 1%: what the standardised ratio exceeds by chance in one of a hundred runs. */
  private static final double DEPENDENT = 2.326;

  private static final String REMEDY =
      "; run it longer, or repeat it under other seeds and merge (anteroom report --merge)";

  private final Run run;
  private final List<IntervalRecord> intervals;

  Batches(Run run) {
    this.run = run;
    this.intervals = whole(measured(run));
  }

  /**
   * The intervals in the measured part: those before it or across its beginning have visits that
   * were left out, those after its end have only the last of its visits.
   */
  private static List<IntervalRecord> measured(Run run) {
    Long startNanos = run.result().windowStartNanos();
    if (startNanos == null) {
      return sinceFirstVisit(run.intervals());
    }
    long endNanos = startNanos + run.result().windowNanos();
    return run.intervals().stream()
        .filter(interval -> interval.startNanos() >= startNanos)
        .filter(interval -> interval.endNanos() <= endNanos + length(interval) / 100)
        .toList();
  }

  /** Older results do not say when the measured part began, and it lasts to the end. */
  private static List<IntervalRecord> sinceFirstVisit(List<IntervalRecord> all) {
    int first = 0;
    while (first < all.size() && all.get(first).histogram(DurationKind.WAIT).getTotalCount() == 0) {
      first++;
    }
    boolean warmup = first > 0;
    return all.subList(Math.min(warmup ? first + 1 : 0, all.size()), all.size());
  }

  /** No last piece of less than half. */
  private static List<IntervalRecord> whole(List<IntervalRecord> all) {
    if (all.size() < 2) {
      return all;
    }
    boolean piece = 2 * length(all.getLast()) < length(all.getFirst());
    return piece ? all.subList(0, all.size() - 1) : all;
  }

  private static long length(IntervalRecord interval) {
    return interval.endNanos() - interval.startNanos();
  }

  /** Samples of a metric, one a batch. */
  Evidence evidence(Metric metric) {
    ToDoubleFunction<RunPart> gauge = metric.readings().part();
    if (gauge == null) {
      return Evidence.none(
          "a single run does not say how far it scatters; repeat the run under other seeds and"
              + " merge (anteroom report --merge)");
    }
    if (intervals.size() < LEAST) {
      return Evidence.none(
          "one run of %d whole intervals, it takes %d".formatted(intervals.size(), LEAST) + REMEDY);
    }
    @Nullable String problem = null;
    for (int count : new int[] {Math.min(MOST, intervals.size()), LEAST}) {
      List<RunPart> batches = cut(count);
      if (!enough(metric, batches)) {
        problem = "too few visits in each of %d batches".formatted(count);
        continue;
      }
      double[] samples = batches.stream().mapToDouble(gauge).toArray();
      if (!dependent(samples)) {
        return new Evidence(Moments.of(samples), "");
      }
      problem = "its batches depend on each other: no steady state, or too short";
    }
    return Evidence.none(problem + REMEDY);
  }

  private List<RunPart> cut(int count) {
    List<RunPart> batches = new ArrayList<>();
    for (int batch = 0; batch < count; batch++) {
      Histograms histograms = Histograms.empty();
      long nanos = 0;
      List<IntervalRecord> part =
          intervals.subList(
              batch * intervals.size() / count, (batch + 1) * intervals.size() / count);
      for (IntervalRecord interval : part) {
        for (DurationKind kind : interval.histograms().keySet()) {
          histograms.of(kind).add(interval.histogram(kind));
        }
        nanos += length(interval);
      }
      double rooms =
          run.scenario().meanRooms(part.getFirst().startNanos(), part.getLast().endNanos());
      batches.add(new RunPart(histograms, Math.max(nanos, 1), rooms));
    }
    return batches;
  }

  private static boolean enough(Metric metric, List<RunPart> batches) {
    DurationKind duration = metric.duration();
    Metric.Quantile quantile = metric.quantile();
    return batches.stream()
        .mapToLong(batch -> duration == null ? batch.ended() : batch.count(duration))
        .allMatch(
            count ->
                quantile == null
                    ? count >= LEAST_VISITS
                    : Quantiles.known(count, quantile.percent()));
  }

  /** Whether neighbours are more alike than others. */
  private static boolean dependent(double[] samples) {
    Moments all = Moments.of(samples);
    if (all.squares() == 0) {
      return false;
    }
    double differences = 0;
    for (int i = 1; i < samples.length; i++) {
      differences += (samples[i] - samples[i - 1]) * (samples[i] - samples[i - 1]);
    }
    int count = samples.length;
    double ratio = 1 - differences / (2 * all.squares());
    return ratio > DEPENDENT * Math.sqrt((count - 2.0) / (count * (double) count - 1));
  }
}
