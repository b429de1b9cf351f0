package io.anteroom.study.replication;

import io.anteroom.result.Environment;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.MetricSource;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.store.UnreadableResultException;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.statistics.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The replications of a run as a table, one a row, with their seeds. Results do not keep what each
 * replication measured: it is simulated again under its seed, on all cores, and has to come out as
 * it did.
 */
public final class ReplicationTable {
  /** Means that differ by a smaller part are the same. */
  private static final double SAME = 1e-9;

  private ReplicationTable() {}

  /**
   * The table: durations in whole nanoseconds, shares from 0 to 1, rates per second, nothing where
   * there is no figure. Its columns are the metrics that a replication has data for; those of a run
   * without replications are all that it has data for. Runs in real time that were merged can't be
   * told apart: they are one row, {@code all}.
   *
   * @throws UnreadableResultException if a replication does not come out as it did
   */
  public static String text(Run run) {
    Confidence confidence = run.result().confidence();
    Simulation simulation = run.result().simulation();
    if (confidence == null) {
      return whole(run, "1," + run.scenario().conduct().seed());
    }
    if (simulation == null || simulation.seeds().size() != confidence.replications()) {
      return whole(run, "all,");
    }
    return again(run, confidence, simulation.seeds());
  }

  private static String whole(Run run, String start) {
    List<Metric> measured =
        PartMetrics.withWhole(run.scenario()).stream()
            .filter(metric -> metric.measure(run).isPresent())
            .toList();
    return header(measured)
        + row(start, measured, measured.stream().map(metric -> metric.measure(run)).toList());
  }

  private static String again(Run run, Confidence confidence, List<Long> seeds) {
    List<Metric> metrics = PartMetrics.withWhole(run.scenario());
    boolean lineLengths =
        metrics.stream()
            .filter(metric -> confidence.metrics().containsKey(metric.name()))
            .anyMatch(metric -> metric.source() == MetricSource.LINE_LENGTHS);
    Environment environment = run.result().environment();
    List<Replication> replications =
        seeds.parallelStream()
            .map(
                seed ->
                    SimulatedRun.brief(run.scenario().withSeed(seed), lineLengths).run(environment))
            .map(one -> Replication.of(one, metrics))
            .toList();
    requireSame(replications, metrics, confidence);
    List<List<OptionalDouble>> rows = replications.stream().map(Replication::figures).toList();
    int[] known =
        IntStream.range(0, metrics.size())
            .filter(column -> rows.stream().anyMatch(row -> row.get(column).isPresent()))
            .toArray();
    List<Metric> shown = chosen(known, metrics);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> row(i + 1 + "," + seeds.get(i), shown, chosen(known, rows.get(i))))
        .collect(Collectors.joining("", header(shown), ""));
  }

  private static <T> List<T> chosen(int[] places, List<T> from) {
    return Arrays.stream(places).mapToObj(from::get).toList();
  }

  /**
   * One of them.
   *
   * @param visits that each figure is taken over; 1 where it is not taken over visits
   */
  private record Replication(List<OptionalDouble> figures, List<Long> visits) {
    static Replication of(Run run, List<Metric> metrics) {
      return new Replication(
          metrics.stream().map(metric -> metric.measure(run)).toList(),
          metrics.stream().map(metric -> metric.visits(run).orElse(1)).toList());
    }
  }

  /** Whether the figure of all replications is the mean of theirs, weighed by their visits. */
  private static boolean isMean(Metric metric) {
    return switch (metric.kind()) {
      case MEAN, SHARE, SERVED, RATE, INDEX -> true;
      case DEVIATION, QUANTILE, MAXIMUM, COUNT, GAUGE -> false;
    };
  }

  private static void requireSame(
      List<Replication> replications, List<Metric> metrics, Confidence confidence) {
    for (int column = 0; column < metrics.size(); column++) {
      Estimate stored = confidence.metrics().get(metrics.get(column).name());
      if (stored == null || !isMean(metrics.get(column))) {
        continue;
      }
      double sum = 0;
      double weights = 0;
      for (Replication replication : replications) {
        long visits = replication.visits.get(column);
        sum += visits * replication.figures.get(column).orElse(Double.NaN);
        weights += visits;
      }
      double mean = sum / weights;
      if (!(Math.abs(mean - stored.mean()) <= SAME * Math.abs(stored.mean()))) {
        throw new UnreadableResultException(
            "replications: simulated again, "
                + metrics.get(column)
                + " comes out otherwise than the results say; another version of Anteroom wrote"
                + " them: simulate the scenario anew");
      }
    }
  }

  private static String header(List<Metric> metrics) {
    return metrics.stream()
        .map(Metric::csvName)
        .collect(Collectors.joining(",", "replication,seed,", "\n"));
  }

  private static String row(String start, List<Metric> metrics, List<OptionalDouble> figures) {
    StringBuilder row = new StringBuilder(start);
    for (int column = 0; column < metrics.size(); column++) {
      row.append(',');
      OptionalDouble figure = figures.get(column);
      if (figure.isPresent()) {
        row.append(metrics.get(column).unit().plainText(figure.getAsDouble()));
      }
    }
    return row.append('\n').toString();
  }
}
