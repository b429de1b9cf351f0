package io.anteroom.result.metric;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The catalogue of metrics. A new metric is one line here. */
public final class Metrics {
  /**
   * A wait longer than this counts as having had to wait. On a wall clock no wait is 0: a person
   * who finds a room free still has to be scheduled and to take the lock, which lasts some ten
   * microseconds on an idle machine. A tenth of a millisecond lies above that and below any hold
   * that {@code sleep} can make. It is the same for all runs, so that they can be compared.
   */
  public static final long WAITED_NANOS = 100_000;

  private static final List<Durations> DURATIONS =
      List.of(
          new Durations(
              "wait", "wait of visits that had a room", all -> all.wait, RunResult::waits),
          new Durations(
              "uncorrectedWait",
              "wait from when the person really began to wait",
              all -> all.uncorrectedWait,
              RunResult::uncorrectedWait),
          new Durations("hold", "time in the room", all -> all.hold, RunResult::hold),
          new Durations(
              "response", "wait and hold together", all -> all.response, RunResult::response),
          new Durations(
              "abandonedWait",
              "wait of visits that gave up",
              all -> all.abandonedWait,
              RunResult::abandonedWait),
          new Durations(
              "lateness",
              "how much later than intended visits began",
              all -> all.lateness,
              RunResult::lateness),
          new Durations(
              "canary",
              "lateness of an unrelated virtual thread",
              all -> all.canary,
              RunResult::canary));

  private static final List<Metric> OTHERS =
      List.of(
          new Metric(
              "waited",
              Unit.SHARE,
              "visits that waited longer than 100 µs for a room, or gave up after that",
              Metrics::waited),
          visits(
              "throughput",
              Unit.RATE,
              "visits completed in the measured part, a second",
              RunResult::throughputPerSecond),
          visits(
              "utilisation",
              Unit.SHARE,
              "rooms' time that was held, in the measured part",
              RunResult::utilisation),
          new Metric(
              "abandoned",
              Unit.SHARE,
              "visits that gave up, of those completed or given up",
              run -> abandoned(run.result().visits())),
          new Metric(
              "turnedAway",
              Unit.SHARE,
              "arrivals turned away, of these and the visits completed or given up",
              run -> turnedAway(run.result().visits())),
          new Metric(
              "refusals",
              Unit.NUMBER,
              "tries that found a room taken",
              run -> refusals(run.result().visits())),
          new Metric(
              "violations",
              Unit.NUMBER,
              "entries into occupied rooms",
              run -> violations(run.result().visits())),
          new Metric(
              "fairness.jain",
              Unit.NUMBER,
              "Jain's index over the persons' waits: 1 is even; open model: how the waits vary",
              run -> given(run.result().fairness().persons() > 0, run.result().fairness().jain())),
          new Metric(
              "pinning.count",
              Unit.NUMBER,
              "times that a person held its carrier while it was blocked",
              run -> given(run.result().pinning().count())),
          new Metric(
              "pinning.carrierShare",
              Unit.SHARE,
              "carriers' time that was lost by it",
              run -> given(run.result().pinning().carrierShare())),
          new Metric(
              "pinning.effectiveRooms",
              Unit.NUMBER,
              "95th percentile of rooms occupied while persons waited",
              run -> given(run.result().pinning().effectiveRooms())),
          new Metric(
              "cpu.nanosPerVisit",
              Unit.DURATION,
              "processor time of the process for each visit",
              Metrics::processorTime));

  private static final List<Metric> ALL =
      Stream.of(DURATIONS.stream().flatMap(kind -> kind.listed().stream()), OTHERS.stream())
          .flatMap(metrics -> metrics)
          .toList();

  private Metrics() {}

  private static OptionalDouble given(@Nullable Number number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
  }

  /**
   * Every metric, in the catalogue's order; of the percentiles of durations, of which any may be
   * asked for, the usual ones.
   */
  public static List<Metric> all() {
    return ALL;
  }

  /** The metric of that name. */
  public static Optional<Metric> find(String name) {
    return ALL.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .or(() -> percentile(name));
  }

  /** The name of the metric that was probably meant. */
  static Optional<String> nearest(String name) {
    return Spelling.nearest(name, ALL.stream().map(Metric::name).toList());
  }

  private static Optional<Metric> percentile(String name) {
    return DURATIONS.stream().flatMap(kind -> kind.percentileNamed(name).stream()).findFirst();
  }

  /** A metric that needs at least one completed visit. */
  private static Metric visits(
      String name, Unit unit, String meaning, ToDoubleFunction<RunResult> figure) {
    return new Metric(
        name,
        unit,
        meaning,
        run -> given(run.result().visits().completed() > 0, figure.applyAsDouble(run.result())));
  }

  private static OptionalDouble processorTime(Run run) {
    return run.result().visits().completed() > 0
        ? given(run.result().cpu().nanosPerVisit())
        : OptionalDouble.empty();
  }

  private static OptionalDouble waited(Run run) {
    Histogram waits = run.histograms().wait;
    Histogram abandonedWaits = run.histograms().abandonedWait;
    long all = waits.getTotalCount() + abandonedWaits.getTotalCount();
    return share(longer(waits) + longer(abandonedWaits), all);
  }

  private static long longer(Histogram waits) {
    return waits.getTotalCount() == 0
        ? 0
        : waits.getTotalCount() - waits.getCountBetweenValues(0, WAITED_NANOS);
  }

  private static OptionalDouble abandoned(VisitCounts visits) {
    return share(visits.abandoned(), visits.completed() + visits.abandoned());
  }

  private static OptionalDouble turnedAway(VisitCounts visits) {
    long all = visits.completed() + visits.abandoned() + visits.turnedAway();
    return share(visits.turnedAway(), all);
  }

  private static OptionalDouble refusals(VisitCounts visits) {
    return given(visits.attempts() > 0, (double) visits.refusals());
  }

  /** None of many entries is a figure; none of none is not. */
  private static OptionalDouble violations(VisitCounts visits) {
    return given(visits.completed() + visits.violations() > 0, (double) visits.violations());
  }

  private static OptionalDouble share(long part, long all) {
    return given(all > 0, (double) part / all);
  }

  private static OptionalDouble given(boolean data, double figure) {
    return data ? OptionalDouble.of(figure) : OptionalDouble.empty();
  }
}
