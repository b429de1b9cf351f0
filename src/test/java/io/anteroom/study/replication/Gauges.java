package io.anteroom.study.replication;

import io.anteroom.measure.Histograms;
import io.anteroom.result.Run;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** Figures of a run as queueing theory counts them: over all visits, those who gave up included. */
final class Gauges {
  private static final double NANOS = 1e9;

  private Gauges() {}

  static double visits(Run run) {
    return run.histograms().wait.getTotalCount() + run.histograms().abandonedWait.getTotalCount();
  }

  /** The mean wait of all, in seconds. */
  static double meanWait(Run run) {
    double sum =
        Histograms.sumNanos(run.histograms().abandonedWait)
            + Histograms.sumNanos(run.histograms().wait);
    return sum / visits(run) / NANOS;
  }

  /**
   * The mean square of what the waits are away from their true mean, in seconds. Unlike the
   * variance about the run's own mean, it is not too small in short runs.
   */
  static double variance(Run run, double trueMean) {
    Histogram waits = run.histograms().wait;
    double deviation = waits.getStdDeviation() / NANOS;
    double distance = waits.getMean() / NANOS - trueMean;
    return deviation * deviation + distance * distance;
  }

  /** The share of all that waited. */
  static double waited(Run run) {
    return 1 - upTo(run, 0);
  }

  /** The share of all whose wait was at most that, as far as the histograms can tell. */
  static double upTo(Run run, double seconds) {
    Histograms all = run.histograms();
    return (upTo(all.wait, seconds) + upTo(all.abandonedWait, seconds)) / visits(run);
  }

  /** The share of all that had a room after that wait or a shorter one. */
  static double servedWithin(Run run, double seconds) {
    return upTo(run.histograms().wait, seconds) / visits(run);
  }

  private static double upTo(Histogram waits, double seconds) {
    return waits.getTotalCount() == 0
        ? 0
        : waits.getCountBetweenValues(0, waits.highestEquivalentValue(nanos(seconds)));
  }

  /** The share of all whose wait was shorter than that, as far as the histograms can tell. */
  static double below(Run run, double seconds) {
    Histograms all = run.histograms();
    return (below(all.wait, seconds) + below(all.abandonedWait, seconds)) / visits(run);
  }

  private static double below(Histogram waits, double seconds) {
    long least = waits.lowestEquivalentValue(nanos(seconds));
    return waits.getTotalCount() == 0 || least == 0 ? 0 : waits.getCountBetweenValues(0, least - 1);
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * NANOS);
  }

  static double abandoned(Run run) {
    return run.result().visits().abandoned() / visits(run);
  }

  static double turnedAway(Run run) {
    double turnedAway = run.result().visits().turnedAway();
    return turnedAway / (visits(run) + turnedAway);
  }

  /** Attempts in vain of each visit. */
  static double refusals(Run run) {
    return run.result().visits().refusals() / visits(run);
  }

  static double meanResponse(Run run) {
    return run.histograms().response.getMean() / NANOS;
  }

  /** From the first arrival to the last leaving, in seconds. */
  static double span(Run run) {
    return run.result().windowNanos() / NANOS;
  }

  static double longestWait(Run run) {
    return run.histograms().wait.getMaxValue() / NANOS;
  }

  /** Completed visits a second of the time in which persons arrived. */
  static double throughput(Run run) {
    return run.result().throughputPerSecond() * span(run) / arrivalSeconds(run);
  }

  /** Holds added up, over the rooms' time while persons arrived. */
  static double utilisation(Run run) {
    return run.result().utilisation() * span(run) / arrivalSeconds(run);
  }

  /**
   * The measured time less that in which those who are left leave: over it, arrivals and holds of
   * the measured visits balance.
   */
  private static double arrivalSeconds(Run run) {
    Duration duration = Objects.requireNonNull(run.scenario().demand().duration());
    Warmup.Time warmup = (Warmup.Time) run.scenario().conduct().warmup();
    return duration.minus(warmup.time()).toNanos() / NANOS;
  }
}
