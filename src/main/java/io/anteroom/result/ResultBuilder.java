package io.anteroom.result;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Cpu;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a result together, part by part; what is left out is nothing, or is not known. Mutable;
 * confined to one thread.
 */
public final class ResultBuilder {
  private int schema = RunResult.SCHEMA;
  private Ending ending = new Ending(Outcome.COMPLETED, "");
  private List<Check> checks = List.of();
  private Map<String, Object> scenario;
  private Environment environment;
  private String scheduleChecksum = "";
  private @Nullable Long windowStartNanos;
  private long windowNanos;
  private final Map<DurationKind, Latency> durations = new EnumMap<>(DurationKind.class);
  private VisitCounts visits = new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);
  private Map<String, Long> failedCalls = Map.of();
  private Rates rates = new Rates(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  private @Nullable Presence presence;
  private Fairness fairness = new Fairness(Double.NaN, 0);
  private Cpu cpu = Cpu.NOT_MEASURED;
  private Pinning pinning = Pinning.NOT_RECORDED;
  private FlightReport flight = FlightReport.OFF;
  private @Nullable TheoryReport theory;
  private @Nullable Simulation simulation;
  private long clamped;
  private long negative;
  private List<Interval> intervals = List.of();
  private @Nullable Confidence confidence;
  private @Nullable List<PartResult> parts;
  private @Nullable Deadlock deadlock;

  /** The result of a run of that scenario. */
  public ResultBuilder(Scenario scenario, Environment environment) {
    this.scenario = ScenarioText.settings(scenario);
    this.environment = environment;
  }

  /** What is to differ from that result. */
  ResultBuilder(RunResult result) {
    this.schema = result.schema();
    this.ending = new Ending(result.outcome(), result.explanation());
    this.checks = result.checks();
    this.scenario = result.scenario();
    this.environment = result.environment();
    this.scheduleChecksum = result.scheduleChecksum();
    this.windowStartNanos = result.windowStartNanos();
    this.windowNanos = result.windowNanos();
    for (DurationKind kind : DurationKind.values()) {
      duration(kind, result.latency(kind));
    }
    this.visits = result.visits();
    this.failedCalls = result.callsFailedByKind();
    this.rates =
        new Rates(
            result.throughputPerSecond(),
            result.offeredPerSecond(),
            result.achievedPerSecond(),
            result.utilisation());
    this.presence = result.presence();
    this.fairness = result.fairness();
    this.cpu = result.cpu();
    this.pinning = result.pinning();
    this.flight = result.flight();
    this.theory = result.theory();
    this.simulation = result.simulation();
    this.clamped = result.clamped();
    this.negative = result.negative();
    this.intervals = result.intervals();
    this.confidence = result.confidence();
    this.parts = result.parts();
    this.deadlock = result.deadlock();
  }

  /**
   * What goes through the rooms.
   *
   * @param utilisation a share, not a rate
   */
  public record Rates(
      double throughputPerSecond,
      double offeredPerSecond,
      double achievedPerSecond,
      double utilisation) {}

  /** How the run ended, and what its checks say. */
  public ResultBuilder ended(Ending how, List<Check> judged) {
    ending = how;
    checks = judged;
    return this;
  }

  /** Under which settings it ran, if not under the scenario's. */
  ResultBuilder settings(Map<String, Object> others) {
    scenario = others;
    return this;
  }

  /** Where it ran. */
  public ResultBuilder environment(Environment another) {
    environment = another;
    return this;
  }

  /** What its schedule is known by. */
  public ResultBuilder schedule(String checksum) {
    scheduleChecksum = checksum;
    return this;
  }

  /** The measured part. */
  public ResultBuilder window(@Nullable Long startNanos, long nanos) {
    windowStartNanos = startNanos;
    windowNanos = nanos;
    return this;
  }

  /** What the durations were, but for those that are not known. */
  public ResultBuilder durations(Histograms histograms, Set<DurationKind> unknown) {
    for (DurationKind kind : DurationKind.values()) {
      duration(kind, unknown.contains(kind) ? null : Latency.of(histograms.of(kind)));
    }
    return this;
  }

  /** What the durations were, of those kinds that are known. */
  public ResultBuilder durations(Map<DurationKind, Latency> known) {
    durations.putAll(known);
    return this;
  }

  /** What these durations were; null: they are not known. */
  void duration(DurationKind kind, @Nullable Latency latency) {
    if (latency == null) {
      durations.remove(kind);
    } else {
      durations.put(kind, latency);
    }
  }

  /** What became of the visits. */
  public ResultBuilder visits(VisitCounts counts) {
    visits = counts;
    return this;
  }

  /** How many calls failed, by kind. */
  public ResultBuilder failedCalls(Map<String, Long> byKind) {
    failedCalls = byKind;
    return this;
  }

  /** What went through the rooms. */
  public ResultBuilder rates(Rates measured) {
    rates = measured;
    return this;
  }

  /** How many persons were present; null: it is not known. */
  public ResultBuilder presence(@Nullable Presence seen) {
    presence = seen;
    return this;
  }

  /** How evenly the waiting was shared. */
  public ResultBuilder fairness(Fairness measured) {
    fairness = measured;
    return this;
  }

  /** What it took. */
  public ResultBuilder cpu(Cpu measured) {
    cpu = measured;
    return this;
  }

  /** Who held carriers. */
  public ResultBuilder pinning(Pinning recorded) {
    pinning = recorded;
    return this;
  }

  /** What the flight recording showed. */
  public ResultBuilder flight(FlightReport recorded) {
    flight = recorded;
    return this;
  }

  /** What theory says of the scenario. */
  public ResultBuilder theory(@Nullable TheoryReport known) {
    theory = known;
    return this;
  }

  /** How it was simulated. */
  public ResultBuilder simulation(@Nullable Simulation how) {
    simulation = how;
    return this;
  }

  /** How many durations were out of range. */
  public ResultBuilder outOfRange(long tooLong, long belowNothing) {
    clamped = tooLong;
    negative = belowNothing;
    return this;
  }

  /** The course of time. */
  public ResultBuilder intervals(List<Interval> inOrder) {
    intervals = inOrder;
    return this;
  }

  /** How sure the figures are. */
  public ResultBuilder confidence(@Nullable Confidence estimated) {
    confidence = estimated;
    return this;
  }

  /** What there is by pool and by class; null: it is about one pool. */
  public ResultBuilder parts(@Nullable List<PartResult> byPoolAndClass) {
    parts = byPoolAndClass;
    return this;
  }

  /** Who waited for whom when it got stuck; null: nobody did. */
  public ResultBuilder deadlock(@Nullable Deadlock found) {
    deadlock = found;
    return this;
  }

  public RunResult build() {
    return new RunResult(
        schema,
        ending.outcome(),
        ending.explanation(),
        scenario,
        environment,
        scheduleChecksum,
        windowStartNanos,
        windowNanos,
        known(DurationKind.WAIT),
        durations.get(DurationKind.UNCORRECTED_WAIT),
        known(DurationKind.HOLD),
        known(DurationKind.RESPONSE),
        known(DurationKind.ABANDONED_WAIT),
        durations.get(DurationKind.LATENESS),
        visits,
        failedCalls,
        rates.throughputPerSecond,
        rates.offeredPerSecond,
        rates.achievedPerSecond,
        rates.utilisation,
        presence,
        fairness,
        cpu,
        durations.get(DurationKind.CANARY),
        pinning,
        flight,
        theory,
        simulation,
        clamped,
        negative,
        intervals,
        confidence,
        checks,
        parts,
        deadlock);
  }

  private Latency known(DurationKind kind) {
    return Objects.requireNonNullElse(durations.get(kind), Latency.NONE);
  }
}
