package io.anteroom.result;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.ResultBuilder.Rates;
import io.anteroom.result.RunResult.Cpu;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.store.StoredRun;
import io.anteroom.scenario.ActivityTraits;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Conduct;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import io.anteroom.scenario.Scenario.Stay;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.HdrHistogram.Histogram;

/** Runs as the engine might have left them: always the same, to the last bit. */
public final class SampleRuns {
  private static final Latency NONE = Latency.NONE;
  private static final double MILLI = 1e6;

  private SampleRuns() {}

  private static ActivityTraits activity(String name) {
    return ActivityTraits.find(RoomActivities.traits(), name).orElseThrow();
  }

  private static ModeTraits mode(String name) {
    return ModeTraits.find(LockingModes.traits(), name).orElseThrow();
  }

  /** 10,000 persons at once, who all have their room. */
  public static Run completed() {
    Histograms histograms = Histograms.empty();
    fill(histograms.wait, 10_000, share -> 0.02 * MILLI + share * 782 * MILLI);
    fill(histograms.uncorrectedWait, 10_000, share -> 0.02 * MILLI + share * 762 * MILLI);
    fill(histograms.hold, 10_000, share -> 5.02 * MILLI + tail(share, 0.04 * MILLI));
    fill(histograms.response, 10_000, share -> 5.1 * MILLI + share * 782 * MILLI);
    fill(histograms.lateness, 10_000, share -> 0.9 * MILLI + share * 20 * MILLI);
    Scenario scenario =
        new Scenario(
            "at-once",
            new Facility(64, Line.PER_ROOM, Choice.STICKY),
            new Locking(mode("reentrant"), Order.FIFO, Duration.ZERO, null, 0),
            new Demand(new Arrivals.AtOnce(), 10_000, 1L, null, null, null),
            new Stay(fixed(5), activity("sleep"), null),
            conduct(new Warmup.Share(0)));
    return run(
        scenario,
        histograms,
        new Figures(
            Outcome.COMPLETED,
            "",
            787_654_321,
            new VisitCounts(10_000, 0, 0, 0, 0, 0, 10_000, 9_936, 0),
            new Rates(12_695.9, 0, 0, 0.9927),
            0.7501,
            List.of(
                passed("mutual-exclusion"),
                passed("littles-law"),
                passed("utilisation"),
                passed("entered-left"),
                passed("counts"))));
  }

  /** An open model in which a few give up and a few are turned away. */
  public static Run abandonments() {
    Histograms histograms = Histograms.empty();
    fill(histograms.wait, 8_058, share -> share < 0.85 ? 4_000 : tail(share, 9 * MILLI));
    fill(histograms.uncorrectedWait, 8_058, share -> share < 0.85 ? 3_000 : tail(share, 8 * MILLI));
    fill(histograms.hold, 8_058, share -> tail(share, 20 * MILLI));
    fill(histograms.response, 8_058, share -> tail(share, 23 * MILLI));
    fill(histograms.abandonedWait, 42, share -> 500 * MILLI + share * 3 * MILLI);
    fill(histograms.lateness, 8_115, share -> tail(share, 0.02 * MILLI));
    Scenario scenario =
        new Scenario(
            "checkout-pool",
            new Facility(8, Line.SHARED, Choice.STICKY),
            new Locking(mode("timed"), Order.FIFO, Duration.ofMillis(500), null, 0),
            new Demand(new Arrivals.Poisson(300), 0, null, Duration.ofSeconds(30), 1_000, null),
            new Stay(
                new Distribution.Lognormal(Duration.ofMillis(20), 1.5),
                activity("cpu"),
                fixed(500)),
            conduct(new Warmup.Share(0.1)));
    return run(
        scenario,
        histograms,
        new Figures(
            Outcome.COMPLETED,
            "",
            27_000_000_000L,
            new VisitCounts(8_058, 42, 3, 12, 901, 0, 8_700, 642, 0),
            new Rates(298.44, 300.55, 300.0, 0.746),
            0.0525,
            List.of(
                passed("mutual-exclusion"),
                Check.notJudged("littles-law", "only 120 samples of the line, it takes 200"),
                passed("counts"))));
  }

  /** Spinners that starve the one who holds the room. */
  public static Run stuck() {
    Histograms histograms = Histograms.empty();
    fill(histograms.wait, 3, share -> 2_000 + share * MILLI);
    fill(histograms.uncorrectedWait, 3, share -> 1_500 + share * MILLI);
    fill(histograms.hold, 2, share -> 5.2 * MILLI + share * MILLI);
    fill(histograms.response, 2, share -> 5.3 * MILLI + share * MILLI);
    Scenario scenario =
        new Scenario(
            "starved",
            new Facility(1, Line.SHARED, Choice.STICKY),
            new Locking(mode("try-spin"), Order.FIFO, Duration.ZERO, null, 0),
            new Demand(new Arrivals.AtOnce(), 1_000, 1L, null, null, null),
            new Stay(fixed(5), activity("sleep"), null),
            conduct(new Warmup.Share(0)));
    return run(
        scenario,
        histograms,
        new Figures(
            Outcome.STUCK,
            "Nothing moved for 10.0 s. Starvation: the carriers were busy all the time with persons"
                + " who try again in mode try-spin without releasing them, so the person in room 1"
                + " should have left it long ago but gets no carrier. Virtual threads are not"
                + " time-sliced. Use a mode that parks (try-park, try-backoff, timed or a blocking"
                + " one), or more carriers than persons.",
            10_012_345_678L,
            new VisitCounts(2, 0, 998, 0, 0, 0, 91_234_567, 91_234_564, 0),
            new Rates(0.1998, 0, 0, 0.0011),
            0.002,
            List.of(passed("mutual-exclusion"), passed("counts"))));
  }

  /** More arrivals than the rooms can serve. */
  public static Run saturated() {
    Histograms histograms = Histograms.empty();
    fill(histograms.wait, 9_880, share -> 1_200 + share * share * 15_200 * MILLI);
    fill(histograms.uncorrectedWait, 9_880, share -> 900 + share * share * 15_190 * MILLI);
    fill(histograms.hold, 9_880, share -> tail(share, 20 * MILLI));
    fill(histograms.response, 9_880, share -> 2 * MILLI + share * share * 15_230 * MILLI);
    fill(histograms.lateness, 40_000, share -> tail(share, 0.03 * MILLI));
    Scenario scenario =
        new Scenario(
            "too-few-rooms",
            new Facility(10, Line.SHARED, Choice.STICKY),
            new Locking(mode("semaphore"), Order.FIFO, Duration.ZERO, null, 0),
            new Demand(new Arrivals.Poisson(2_000), 0, null, Duration.ofSeconds(20), null, null),
            new Stay(new Distribution.Exponential(Duration.ofMillis(20)), activity("sleep"), null),
            conduct(new Warmup.Time(Duration.ofSeconds(2))));
    return run(
        scenario,
        histograms,
        new Figures(
            Outcome.SATURATED,
            "2,000 persons arrive each second, but 10 rooms can serve 500 at most: the line grew"
                + " until the arrivals ended. The waits tell how long the run was, not how the pool"
                + " behaves.",
            20_000_000_000L,
            new VisitCounts(9_880, 0, 20_107, 0, 3_900, 0, 9_880, 0, 2),
            new Rates(494.0, 1_999.4, 494.2, 0.9996),
            0.5555,
            List.of(
                passed("littles-law"),
                new Check(
                    "mutual-exclusion",
                    Check.Verdict.FAILED,
                    0,
                    2,
                    0,
                    "persons entered rooms that were occupied"),
                passed("counts"))));
  }

  /** A run with these checks. */
  public static Run withChecks(List<Check> checks) {
    Histograms histograms = Histograms.empty();
    return run(
        stuck().scenario(),
        histograms,
        new Figures(
            Outcome.COMPLETED,
            "",
            1,
            new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0),
            new Rates(0, 0, 0, 0),
            1,
            checks));
  }

  /** A result with numbers that do not exist. */
  public static Run withoutNumbers() {
    Run run = stuck();
    RunResult all = run.result();
    RunResult result =
        new ResultBuilder(run.scenario(), all.environment())
            .settings(all.scenario())
            .ended(new Ending(all.outcome(), all.explanation()), List.of())
            .schedule(all.scheduleChecksum())
            .window(all.windowStartNanos(), all.windowNanos())
            .durations(Histograms.empty(), Set.of())
            .visits(new VisitCounts(0, 0, 1_000, 0, 0, 0, 0, 0, 0))
            .rates(
                new Rates(
                    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN))
            .build();
    return new Run(run.scenario(), result, Histograms.empty(), List.of(), List.of(), Map.of());
  }

  /** A million visits within ten minutes, in intervals of a second. */
  public static Run million() {
    int seconds = 600;
    Histograms all = Histograms.empty();
    List<Interval> intervals = new ArrayList<>();
    List<IntervalRecord> records = new ArrayList<>();
    for (int second = 0; second < seconds; second++) {
      double mean = (9 + second % 50) * MILLI;
      Histograms part = Histograms.empty();
      fill(part.wait, 1_000_000 / seconds + 1, share -> tail(share, mean));
      fill(part.uncorrectedWait, 1_000_000 / seconds + 1, share -> tail(share, mean - MILLI));
      fill(part.hold, 1_000_000 / seconds + 1, share -> tail(share, 20 * MILLI));
      fill(part.response, 1_000_000 / seconds + 1, share -> tail(share, 20 * MILLI + mean));
      all.add(part);
      records.add(IntervalRecord.of(second * 1_000_000_000L, (second + 1) * 1_000_000_000L, part));
      Latency waits = Latency.of(part.wait);
      intervals.add(
          new Interval(
              second,
              second + 1.0,
              waits.meanNanos() / 1e9 * waits.count(),
              7.25,
              waits.count(),
              waits.p50Nanos(),
              waits.p99Nanos(),
              waits.maxNanos()));
    }
    Run run = saturated();
    return copy(run, run.scenario().name(), "", run.result().pinning(), all, intervals, records);
  }

  /** A run all of whose names carry that text. */
  public static Run named(String text) {
    Run run = stuck();
    FlightReport.Reason reason = new FlightReport.Reason(text, 3, 30_000_000, List.of(text, text));
    FlightReport.Site site =
        new FlightReport.Site(text, 3, 30_000_000, 12_000_000, NONE, List.of(reason));
    return copy(
        run,
        text,
        text,
        new Pinning(3L, 30_000_000L, 12_000_000L, 0.15, 1L, List.of(site), null),
        run.histograms(),
        run.result().intervals(),
        run.intervals());
  }

  /** The same run as it was recorded before the uncorrected wait was kept. */
  public static Run withoutUncorrectedWait(Run run) {
    String json =
        StoredRun.RESULT.write(run.result()).replace("\"uncorrectedWait\"", "\"notKnownYet\"");
    Histograms kept = Histograms.empty();
    kept.add(run.histograms());
    kept.uncorrectedWait.reset();
    return new Run(
        run.scenario(),
        StoredRun.RESULT.read(json),
        kept,
        run.intervals().stream()
            .map(record -> record.without(DurationKind.UNCORRECTED_WAIT))
            .toList(),
        run.visits(),
        run.attachments());
  }

  /** The same run as it was recorded before the histograms of lateness and canary were kept. */
  public static Run withoutLateHistograms(Run run) {
    Histograms kept = Histograms.empty();
    kept.add(run.histograms());
    kept.lateness.reset();
    kept.canary.reset();
    return new Run(
        run.scenario(),
        run.result(),
        kept,
        run.intervals().stream()
            .map(record -> record.without(DurationKind.LATENESS))
            .map(record -> record.without(DurationKind.CANARY))
            .toList(),
        run.visits(),
        run.attachments());
  }

  /** The same run, with the text of its result changed: every match becomes the replacement. */
  public static Run changed(Run run, String pattern, String replacement) {
    String json = StoredRun.RESULT.write(run.result());
    String changed = json.replaceAll(pattern, replacement);
    if (changed.equals(json)) {
      throw new IllegalArgumentException("nothing matches " + pattern);
    }
    return new Run(
        run.scenario(),
        StoredRun.RESULT.read(changed),
        run.histograms(),
        run.intervals(),
        run.visits(),
        run.attachments());
  }

  private static Run copy(
      Run run,
      String name,
      String explanation,
      Pinning pinning,
      Histograms histograms,
      List<Interval> intervals,
      List<IntervalRecord> records) {
    RunResult all = run.result();
    Scenario as = run.scenario();
    Scenario scenario =
        new Scenario(name, as.facility(), as.locking(), as.demand(), as.stay(), as.conduct());
    ResultBuilder result =
        new ResultBuilder(all)
            .settings(settings(scenario))
            .ended(new Ending(all.outcome(), explanation), all.checks())
            .pinning(pinning)
            .intervals(intervals);
    for (DurationKind kind : DurationKind.values()) {
      if (kind.ofVisits()) {
        result.duration(kind, Latency.of(histograms.of(kind)));
      }
    }
    return new Run(scenario, result.build(), histograms, records, List.of(), Map.of());
  }

  private static Pinning pinning() {
    return new Pinning(3L, 30_000_000L, 12_000_000L, 0.15, 2L, List.of(site()), null);
  }

  private static FlightReport.Site site() {
    return new FlightReport.Site(
        "io.anteroom.modes.activity.SleepActivity.perform:14",
        3,
        30_000_000,
        12_000_000,
        NONE,
        List.of(
            new FlightReport.Reason(
                "parked in a monitor or native frame",
                3,
                30_000_000,
                List.of("java.lang.VirtualThread.parkOnCarrierThread:661", "a.B.c:1"))));
  }

  private static FlightReport flight() {
    return new FlightReport(
        "pinning",
        List.of("jdk.JavaMonitorNotify"),
        List.of("waits on locks: not observable on JDK 21: no event (measured)"),
        new FlightReport.Blocked(1, 5, 5, List.of()),
        new FlightReport.Blocked(0, 0, 0, List.of()),
        List.of(new FlightReport.RoomWaits(3, 7, 99, 50)),
        Map.of("jdk.VirtualThreadPinned", 4L),
        0,
        List.of(),
        1_100_000_000,
        260_000_000);
  }

  private record Figures(
      Outcome outcome,
      String explanation,
      long windowNanos,
      VisitCounts visits,
      Rates rates,
      double jain,
      List<Check> checks) {}

  private static Run run(Scenario scenario, Histograms all, Figures figures) {
    fill(all.canary, 1_800, SampleRuns::canary);
    RunResult result =
        new ResultBuilder(scenario, environment())
            .settings(settings(scenario))
            .ended(new Ending(figures.outcome, figures.explanation), figures.checks)
            .schedule("9f2c4e0b7a513d68")
            .window(0L, figures.windowNanos)
            .durations(all, Set.of())
            .visits(figures.visits)
            .rates(figures.rates)
            .fairness(new Fairness(figures.jain, figures.visits.completed()))
            .cpu(new Cpu(142_300_000L, 14_230.5, null))
            .pinning(pinning())
            .flight(flight())
            .intervals(List.of(new Interval(0, figures.windowNanos / 1e9, 41.5, 7.25, 2, 3, 4, 5)))
            .build();
    return new Run(scenario, result, all, intervals(all, figures.windowNanos), List.of(), Map.of());
  }

  /** The whole, as the halves of its time. */
  private static List<IntervalRecord> intervals(Histograms all, long windowNanos) {
    Histograms first = Histograms.empty();
    Histograms second = Histograms.empty();
    for (DurationKind kind : DurationKind.values()) {
      split(all.of(kind), first.of(kind), second.of(kind));
    }
    long half = windowNanos / 2;
    return List.of(IntervalRecord.of(0, half, first), IntervalRecord.of(half, windowNanos, second));
  }

  private static void split(Histogram all, Histogram first, Histogram second) {
    all.recordedValues()
        .forEach(
            value -> {
              long count = value.getCountAtValueIteratedTo();
              long nanos = value.getValueIteratedTo();
              record(first, nanos, count / 2);
              record(second, nanos, count - count / 2);
            });
  }

  /** A histogram takes a duration that it has none of for its longest. */
  private static void record(Histogram histogram, long nanos, long count) {
    if (count > 0) {
      histogram.recordValueWithCount(nanos, count);
    }
  }

  /** Records the quantiles of the middles of {@code count} equal shares. */
  private static void fill(Histogram histogram, int count, DoubleUnaryOperator quantile) {
    for (int i = 0; i < count; i++) {
      histogram.recordValue((long) quantile.applyAsDouble((i + 0.5) / count));
    }
  }

  /** A median of 120 µs, a 90th percentile of 260 µs, a 99th of 1.9 ms, and 4.1 ms at most. */
  private static double canary(double share) {
    return 1_000
        * (share < 0.5
            ? 120
            : share < 0.9 ? 260 : share < 0.99 ? 1_900 : share < 0.999 ? 4_000 : 4_100);
  }

  /** The quantile of an exponential distribution. */
  private static double tail(double share, double meanNanos) {
    return -StrictMath.log(1 - share) * meanNanos;
  }

  private static Distribution fixed(long millis) {
    return new Distribution.Fixed(Duration.ofMillis(millis));
  }

  private static Conduct conduct(Warmup warmup) {
    return new Conduct(warmup, 2, 42, Duration.ofSeconds(10), "off", ClockKind.WALL, 1, List.of());
  }

  private static Check passed(String name) {
    return Check.of(name, 100, 100.5, 0.02, "");
  }

  private static Map<String, Object> settings(Scenario scenario) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("name", scenario.name());
    settings.put("rooms", String.valueOf(scenario.facility().rooms()));
    settings.put("mode", scenario.locking().mode());
    settings.put("arrivals", scenario.demand().arrivals().toString());
    settings.put("hold", scenario.stay().hold().toString());
    settings.put("expect", new ArrayList<>(List.of("wait.p99 < 50ms", "abandoned < 0.1%")));
    return settings;
  }

  private static Environment environment() {
    return new Environment(
        "0.1.0",
        "2026-11-22T18:15:30.5+01:00",
        "25.0.1+8-LTS",
        "OpenJDK 64-Bit Server VM",
        "Linux 6.1 amd64",
        List.of("-Xmx2g"),
        "G1",
        2_147_483_648L,
        2,
        2,
        0.25,
        false);
  }
}
