package io.anteroom.result.metric;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Spelling;
import io.anteroom.theory.Prediction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of metrics. A new metric is one entry here: what lists, compares, merges, batches,
 * plans or prints metrics goes by this.
 */
public final class Metrics {
  /**
   * A wait longer than this counts as having had to wait. On a wall clock no wait is 0: a person
   * who finds a room free still has to be scheduled and to take the lock, which lasts some ten
   * microseconds on an idle machine. A tenth of a millisecond lies above that and below any hold
   * that {@code sleep} can make. It is the same for all runs, so that they can be compared.
   */
  public static final long WAITED_NANOS = 100_000;

  /** Which percentiles there are besides the listed ones, for a person to read. */
  public static final String PERCENTILES =
      "Any percentile between 0 and 100 is a metric: wait.p97.5, lineLength.p95.";

  /** Which shares there are of those who are served in time, for a person to read. */
  public static final String SERVED =
      "Of all arrivals: wait.within(20s) and response.within(300ms), with any time.";

  /** The name of {@link #FIRST}. */
  public static final String FIRST_NAME = "wait.p99";

  /** What {@code violations} counts, for a person to read. */
  public static final String VIOLATIONS = "entries into occupied rooms";

  private static final DurationMetrics WAITS =
      DurationMetrics.of(DurationKind.WAIT, MetricSource.VISITS, MetricGroup.DURATIONS)
          .theory(DurationTheory.WAIT)
          .words("waits", "longer", "shorter")
          .prominence(
              Map.of(
                  "mean", Prominence.USUAL,
                  "p50", Prominence.HEADLINE,
                  "p90", Prominence.USUAL,
                  "p99", Prominence.MAIN,
                  "p99.9", Prominence.HEADLINE));

  private static final List<DurationMetrics> DURATIONS =
      List.of(
          WAITS,
          DurationMetrics.of(
              DurationKind.UNCORRECTED_WAIT, MetricSource.STARTS, MetricGroup.DURATIONS),
          DurationMetrics.of(DurationKind.HOLD, MetricSource.VISITS, MetricGroup.DURATIONS)
              .theory(DurationTheory.HOLD),
          DurationMetrics.of(DurationKind.RESPONSE, MetricSource.VISITS, MetricGroup.DURATIONS)
              .theory(DurationTheory.RESPONSE)
              .prominence(Map.of("p99", Prominence.USUAL)),
          DurationMetrics.of(
              DurationKind.ABANDONED_WAIT, MetricSource.VISITS, MetricGroup.DURATIONS),
          DurationMetrics.of(DurationKind.LATENESS, MetricSource.STARTS, MetricGroup.MACHINE),
          DurationMetrics.of(DurationKind.CANARY, MetricSource.CANARY, MetricGroup.MACHINE)
              .words("lets an unrelated thread run", "later", "earlier")
              .prominence(Map.of("p99", Prominence.HEADLINE)));

  /** Visits that had to wait. */
  public static final Metric WAITED =
      new Metric(
          "waited",
          Unit.SHARE,
          "of visits that had a room or gave up, those that waited longer than 100 µs",
          MetricKind.SHARE,
          MetricSource.VISITS,
          Metric.Readings.of(run -> VisitShares.waited(run.histograms()))
              .over(run -> VisitShares.waits(run.histograms()))
              .part(part -> VisitShares.waited(part.histograms()).orElse(Double.NaN))
              .theory(
                  TheoryGauge.predicted(
                      (known, hold) -> known.waitOfAllExceedsProbability(WAITED_NANOS))),
          Metric.Look.in(MetricGroup.DURATIONS));

  /** Visits completed a second. */
  public static final Metric THROUGHPUT =
      new Metric(
          "throughput",
          Unit.RATE,
          "visits completed in the measured part, a second",
          MetricKind.RATE,
          MetricSource.VISITS,
          Metric.Readings.of(ofCompleted(RunResult::throughputPerSecond))
              .part(part -> part.count(DurationKind.WAIT) / (part.nanos() / 1e9))
              .theory(given(Prediction::throughputPerSecond)),
          Metric.Look.in(MetricGroup.FLOW)
              .as(Prominence.MAIN)
              .heading("visits/s")
              .words("completes", "more", "fewer", "visits a second"));

  /** How busy the rooms are. */
  public static final Metric UTILISATION =
      new Metric(
          "utilisation",
          Unit.SHARE,
          "rooms' time that was held, in the measured part",
          MetricKind.SHARE,
          MetricSource.ROOMS,
          Metric.Readings.of(ofCompleted(RunResult::utilisation))
              .part(
                  part -> Histograms.sumNanos(part.histograms().hold) / part.nanos() / part.rooms())
              .theory(given(Prediction::utilisation)),
          Metric.Look.in(MetricGroup.FLOW).as(Prominence.USUAL));

  /** Visits that gave up. */
  public static final Metric ABANDONED =
      new Metric(
          "abandoned",
          Unit.SHARE,
          "visits that gave up, of those completed or given up",
          MetricKind.SHARE,
          MetricSource.VISITS,
          Metric.Readings.of(run -> VisitShares.abandoned(run.result().visits()))
              .over(run -> VisitShares.ended(run.result().visits()))
              .part(part -> part.count(DurationKind.ABANDONED_WAIT) / (double) part.ended())
              .theory(given(Prediction::abandoned)),
          Metric.Look.in(MetricGroup.LOSSES)
              .as(Prominence.HEADLINE)
              .heading("gave up")
              .words("has", "more", "fewer", "visits that give up"));

  /** Arrivals turned away. */
  public static final Metric TURNED_AWAY =
      new Metric(
          "turnedAway",
          Unit.SHARE,
          "arrivals turned away, of these and the visits completed or given up",
          MetricKind.SHARE,
          MetricSource.VISITS,
          Metric.Readings.of(run -> VisitShares.turnedAway(run.result().visits()))
              .over(run -> VisitShares.arrived(run.result().visits()))
              .theory(given(Prediction::turnedAway)),
          Metric.Look.in(MetricGroup.LOSSES).as(Prominence.USUAL));

  /** Persons who waited, on average. */
  public static final Metric MEAN_LINE = LineMetrics.MEAN;

  /** Persons who waited or were in a room, on average. */
  public static final Metric IN_SYSTEM = LineMetrics.IN_SYSTEM;

  private static final List<Metric> OTHERS =
      List.of(
          WAITED,
          THROUGHPUT,
          UTILISATION,
          ABANDONED,
          TURNED_AWAY,
          new Metric(
              "refusals",
              Unit.NUMBER,
              "tries that found a room taken",
              MetricKind.COUNT,
              MetricSource.VISITS,
              Metric.Readings.of(run -> VisitShares.refusals(run.result().visits())),
              Metric.Look.in(MetricGroup.LOSSES)),
          new Metric(
              "failed",
              Unit.SHARE,
              "visits whose call failed, of those completed",
              MetricKind.SHARE,
              MetricSource.VISITS,
              Metric.Readings.of(
                      ofCompleted(
                          result -> (double) result.callsFailed() / result.visits().completed()))
                  .over(Metrics::completed),
              Metric.Look.in(MetricGroup.LOSSES).words("has", "more", "fewer", "failed calls")),
          new Metric(
              "violations",
              Unit.NUMBER,
              VIOLATIONS,
              MetricKind.COUNT,
              MetricSource.VISITS,
              Metric.Readings.of(run -> VisitShares.violations(run.result().visits())),
              Metric.Look.in(MetricGroup.LOSSES)),
          new Metric(
              "fairness.jain",
              Unit.NUMBER,
              "Jain's index over the persons' waits: 1 is even; open model: how the waits vary",
              MetricKind.INDEX,
              MetricSource.VISITS,
              Metric.Readings.of(
                  run ->
                      VisitShares.given(
                          run.result().fairness().persons() > 0, run.result().fairness().jain())),
              Metric.Look.in(MetricGroup.FAIRNESS)
                  .as(Prominence.HEADLINE)
                  .heading("fairness")
                  .words("shares the waiting", "more", "less", "evenly (Jain's index)")),
          new Metric(
              "pinning.count",
              Unit.NUMBER,
              "times that a person held its carrier while it was blocked",
              MetricKind.COUNT,
              MetricSource.RECORDING,
              Metric.Readings.of(run -> given(run.result().pinning().count())),
              Metric.Look.in(MetricGroup.PINNING)
                  .as(Prominence.HEADLINE)
                  .heading("pins")
                  .words("has", "more", "fewer", "pins")),
          new Metric(
              "pinning.carrierShare",
              Unit.SHARE,
              "carriers' time that was lost by it",
              MetricKind.SHARE,
              MetricSource.RECORDING,
              Metric.Readings.of(run -> given(run.result().pinning().carrierShare())),
              Metric.Look.in(MetricGroup.PINNING).as(Prominence.USUAL)),
          new Metric(
              "pinning.effectiveRooms",
              Unit.NUMBER,
              "95th percentile of rooms occupied while persons waited",
              MetricKind.GAUGE,
              MetricSource.RECORDING,
              Metric.Readings.of(run -> given(run.result().pinning().effectiveRooms())),
              Metric.Look.in(MetricGroup.PINNING)
                  .as(Prominence.HEADLINE)
                  .heading("in use")
                  .words("uses", "more", "fewer", "rooms while persons wait")),
          new Metric(
              "cpu.nanosPerVisit",
              Unit.DURATION,
              "processor time of the process for each visit",
              MetricKind.MEAN,
              MetricSource.PROCESS,
              Metric.Readings.of(Metrics::processorTime).over(Metrics::completed),
              Metric.Look.in(MetricGroup.COST)
                  .as(Prominence.HEADLINE)
                  .heading("CPU/visit")
                  .words("takes", "more", "less", "CPU a visit")));

  private static final List<Metric> ALL =
      Stream.of(
              DURATIONS.stream().flatMap(kind -> kind.listed().stream()),
              OTHERS.stream(),
              LineMetrics.listed().stream())
          .flatMap(metrics -> metrics)
          .toList();

  /** The one metric that is drawn or compared where there is room for one. */
  public static final Metric FIRST = named(FIRST_NAME);

  public static final Metric MEAN_WAIT = of(DurationKind.WAIT, "mean");

  private Metrics() {}

  private static OptionalDouble given(@Nullable Number number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number.doubleValue());
  }

  /**
   * Every metric, in the catalogue's order. Any percentile of a duration may be asked for; the list
   * has the usual ones.
   */
  public static List<Metric> all() {
    return ALL;
  }

  /** Those that matter at least so much, in the order in which reports show them. */
  public static List<Metric> all(Prominence least) {
    return ALL.stream()
        .filter(metric -> metric.look().prominence().compareTo(least) <= 0)
        .sorted(Comparator.comparing(metric -> metric.look().group()))
        .toList();
  }

  /** The metric of that name: a listed one, or one with a number of the user's in it. */
  public static Optional<Metric> find(String name) {
    return ALL.stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .or(() -> percentile(name))
        .or(() -> LineMetrics.percentileNamed(name))
        .or(() -> ServedMetrics.find(name));
  }

  /**
   * The metric of that name.
   *
   * @throws IllegalArgumentException if there is none; its message says what there is
   */
  public static Metric named(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(problem(name)));
  }

  /** The metric of these durations, such as that of {@code p99}. */
  public static Metric of(DurationKind kind, String statistic) {
    return named(kind.word() + "." + statistic);
  }

  /** What to tell a user who wrote a name that is not a metric's. */
  public static String problem(String name) {
    return PartMetrics.problem(name, PartNames.NONE);
  }

  /** The same of a name without labels. */
  static String unlabelledProblem(String wanted) {
    Optional<String> served = ServedMetrics.problem(wanted);
    if (served.isPresent()) {
      return served.get();
    }
    String problem = "there is no metric " + InvalidExpectationException.quoted(wanted);
    return Spelling.nearest(wanted, ALL.stream().map(Metric::name).toList())
        .map(nearest -> problem + "; did you mean " + nearest + "?")
        .orElse(problem + "; \"anteroom metrics\" lists them");
  }

  private static Optional<Metric> percentile(String name) {
    return DURATIONS.stream().flatMap(kind -> kind.percentileNamed(name).stream()).findFirst();
  }

  /** A figure that needs at least one completed visit. */
  private static Metric.Gauge ofCompleted(ToDoubleFunction<RunResult> figure) {
    return run ->
        VisitShares.given(
            run.result().visits().completed() > 0, figure.applyAsDouble(run.result()));
  }

  /** What a formula gives for each scenario that it applies to. */
  private static TheoryGauge given(ToDoubleFunction<Prediction> figure) {
    return TheoryGauge.predicted((known, hold) -> OptionalDouble.of(figure.applyAsDouble(known)));
  }

  private static long completed(Run run) {
    return run.result().visits().completed();
  }

  private static OptionalDouble processorTime(Run run) {
    return run.result().visits().completed() > 0
        ? given(run.result().cpu().nanosPerVisit())
        : OptionalDouble.empty();
  }
}
