package io.anteroom.result;

import io.anteroom.measure.DurationKind;
import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run in figures: what {@code result.json} holds. Times are in nanoseconds, rates
 * per second. But for what is said otherwise, it is about the visits after the warm-up.
 *
 * @param schema version of this shape
 * @param explanation why the outcome is not {@code completed}, for a person to read; else empty
 * @param scenario the effective settings, as a scenario file would have them
 * @param scheduleChecksum equal for runs that met the same schedule
 * @param windowStartNanos when the measured part began, since the start of the run; null in results
 *     that are older, whose measured part lasts to the end of the run
 * @param windowNanos how long it is: from the end of the warm-up to the end of arrivals; of merged
 *     runs in all
 * @param throughputPerSecond visits that left their room in it, over its length
 * @param offeredPerSecond open model: arrivals in it; closed model: as achieved
 * @param achievedPerSecond visits completed or given up in it
 * @param utilisation time in rooms in it, over the rooms' time
 * @param failedCalls completed visits whose call failed, by kind of failure; null: there are none
 * @param uncorrectedWait from the moment at which the person really began to wait, to entry; null
 *     in simulated time, where nobody is late, and in results that are older
 * @param lateness intended arrival to the moment at which the person really began to wait; null in
 *     merged runs where one did not keep its histogram
 * @param presence how many persons were present; null where it was not seen, and in results that
 *     are older
 * @param canary how late an unrelated virtual thread ran; null as the lateness
 * @param pinning carriers held by persons
 * @param flight what the flight recording showed besides
 * @param theory what closed formulas say of the scenario; null in results that are older
 * @param simulation how it was simulated; null: it ran on virtual threads
 * @param confidence how sure the figures are; null: there is only one run
 * @param clamped durations too long to be told apart, recorded as the longest that is; in results
 *     that are older that was a day, now the run is invalid
 * @param negative durations below 0, recorded as 0: the run is invalid
 * @param parts by pool, by class and by both, of a scenario with several pools; null of others
 * @param deadlock who waited for whom when the run got stuck, or until the patience of one of them
 *     ended it; null where no such cycle was found
 */
@Json
public record RunResult(
    int schema,
    Outcome outcome,
    String explanation,
    Map<String, Object> scenario,
    Environment environment,
    String scheduleChecksum,
    @Nullable Long windowStartNanos,
    long windowNanos,
    @Json.Property("wait") Latency waits,
    @Nullable Latency uncorrectedWait,
    Latency hold,
    Latency response,
    Latency abandonedWait,
    @Nullable Latency lateness,
    VisitCounts visits,
    @Nullable Map<String, Long> failedCalls,
    double throughputPerSecond,
    double offeredPerSecond,
    double achievedPerSecond,
    double utilisation,
    @Nullable Presence presence,
    Fairness fairness,
    Cpu cpu,
    @Nullable Latency canary,
    Pinning pinning,
    FlightReport flight,
    @Nullable TheoryReport theory,
    @Nullable Simulation simulation,
    long clamped,
    long negative,
    List<Interval> intervals,
    @Nullable Confidence confidence,
    List<Check> checks,
    @Nullable List<PartResult> parts,
    @Nullable Deadlock deadlock) {
  public RunResult {
    scenario = Collections.unmodifiableMap(new LinkedHashMap<>(scenario));
    failedCalls =
        failedCalls == null || failedCalls.isEmpty()
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(failedCalls));
    intervals = List.copyOf(intervals);
    checks = List.copyOf(checks);
    parts = parts == null ? null : List.copyOf(parts);
    // The first results had neither.
    pinning = Objects.requireNonNullElse(pinning, Pinning.NOT_RECORDED);
    flight = Objects.requireNonNullElse(flight, FlightReport.OFF);
  }

  /** The version that this code writes. */
  public static final int SCHEMA = 1;

  /** How many completed visits there are whose call failed, by kind. */
  public Map<String, Long> callsFailedByKind() {
    return failedCalls == null ? Map.of() : failedCalls;
  }

  /** How many completed visits there are whose call failed. */
  public long callsFailed() {
    return callsFailedByKind().values().stream().mapToLong(Long::longValue).sum();
  }

  /** The 95% interval that holds a metric, by the metric's name; null where there is none. */
  public @Nullable Estimate interval(String metric) {
    return confidence == null ? null : confidence.metrics().get(metric);
  }

  /** The figures of these durations; null where they are not known. */
  public @Nullable Latency latency(DurationKind kind) {
    return switch (kind) {
      case WAIT -> waits;
      case UNCORRECTED_WAIT -> uncorrectedWait;
      case HOLD -> hold;
      case RESPONSE -> response;
      case ABANDONED_WAIT -> abandonedWait;
      case LATENESS -> lateness;
      case CANARY -> canary;
    };
  }

  /** The figures of that part; empty where there is none. */
  public Optional<PartResult> part(PartLabel label) {
    return parts == null
        ? Optional.empty()
        : parts.stream().filter(part -> part.label().equals(label)).findFirst();
  }

  /** This result as if its run had been that part alone. */
  RunResult asPart(PartResult part) {
    ResultBuilder only = new ResultBuilder(this).parts(null);
    for (DurationKind kind : DurationKind.values()) {
      only.duration(kind, part.latency(kind));
    }
    return only.visits(part.visits())
        .rates(
            new ResultBuilder.Rates(
                part.flow().throughputPerSecond(),
                part.flow().achievedPerSecond(),
                part.flow().achievedPerSecond(),
                part.flow().utilisation()))
        .presence(part.presence())
        .fairness(part.fairness())
        .build();
  }

  /** The same result with a check more, which failed: it is invalid if it was completed before. */
  RunResult withFailedCheck(Check failed) {
    List<Check> all = new ArrayList<>(checks);
    all.add(failed);
    Ending ending =
        outcome == Outcome.COMPLETED
            ? Ending.judged(all, () -> "")
            : new Ending(outcome, explanation);
    return new ResultBuilder(this).ended(ending, all).build();
  }

  /**
   * Visits that were intended to begin in the measured part, by what became of them; and how many
   * others there were.
   *
   * @param completed had a room
   * @param abandoned gave up
   * @param censored still present when the run ended
   * @param turnedAway found as many persons present as there may be
   * @param warmup visits and arrivals before the measured part, whatever became of them
   * @param cooldown visits after it: of a closed model, when one person has made all its visits
   * @param attempts tries for a room, of completed and abandoned visits
   * @param refusals tries that found it taken
   * @param violations entries into occupied rooms, in the whole run
   */
  public record VisitCounts(
      long completed,
      long abandoned,
      long censored,
      long turnedAway,
      long warmup,
      long cooldown,
      long attempts,
      long refusals,
      long violations) {}

  /**
   * How evenly the waiting was shared.
   *
   * @param jain Jain's index over the persons' measured waits, those cut short by the end included,
   *     from 1/persons to 1; in an open model, where each person comes once, it is about the spread
   *     of the visits' waits
   * @param persons with measured visits
   */
  public record Fairness(double jain, long persons) {}

  /**
   * Processor time of the whole process while the run went on, warm-up, collector and compiler
   * included; null where it was not measured.
   *
   * @param busy how many processors the process kept busy on average, in each of the result's
   *     intervals; null in merged runs, and in results that are older
   */
  public record Cpu(
      @Nullable Long nanos, @Nullable Double nanosPerVisit, @Nullable List<Double> busy) {
    /** In simulated time there is none to speak of. */
    public static final Cpu NOT_MEASURED = new Cpu(null, null, null);

    public Cpu {
      busy = busy == null ? null : List.copyOf(busy);
    }
  }

  /**
   * Carriers held by persons while the run was measured: by those who parked, entered a monitor or
   * waited in one without releasing their carrier. The figures are null where nothing was recorded,
   * and where the recording is not whole.
   *
   * @param carrierNanos carrier time lost, added up
   * @param carrierShare the same as a share of all carriers' time
   * @param effectiveRooms rooms that were really in use when the line was not empty: the 95th
   *     percentile of rooms occupied while persons waited; null if nobody was seen waiting, and in
   *     merged runs that differ in it
   * @param sites by cause, the most carrier time first
   * @param carriersHeld over time, by whomever; null where holds were not recorded, of merged runs,
   *     and in results that are older
   */
  public record Pinning(
      @Nullable Long count,
      @Nullable Long carrierNanos,
      @Nullable Long largestNanos,
      @Nullable Double carrierShare,
      @Nullable Long effectiveRooms,
      List<FlightReport.Site> sites,
      @Nullable CarriersHeld carriersHeld) {
    /** Nothing was recorded. */
    public static final Pinning NOT_RECORDED = inPart(null, List.of());

    /** How often and for how long is not known, but the rooms in use and some sites may be. */
    public static Pinning inPart(@Nullable Long effectiveRooms, List<FlightReport.Site> sites) {
      return new Pinning(null, null, null, null, effectiveRooms, sites, null);
    }
  }

  /**
   * How a run was simulated.
   *
   * @param method {@code recursion} (Kiefer and Wolfowitz) or {@code calendar} (of events)
   * @param model what in the simulated discipline is only a model of the locking mode; else empty
   * @param seeds of the replications, in order: each can be run alone
   * @param warmupNanos what was left out at the beginning, where that is a time
   * @param warmupFound null: that time was given; true: MSER-5 found it; false: the run was too
   *     short for MSER-5 to be sure of it
   * @param suggestedWarmupNanos what MSER-5 would leave out; null where it can't tell
   */
  public record Simulation(
      String method,
      String model,
      List<Long> seeds,
      long warmupNanos,
      @Nullable Boolean warmupFound,
      @Nullable Long suggestedWarmupNanos) {
    public Simulation {
      seeds = List.copyOf(seeds);
    }

    /**
     * What MSER-5 would leave out of a beginning that was measured; null: nothing, or it can't
     * tell. A burst has no steady state that a warm-up could lead to.
     */
    public @Nullable Long emptyStartNanos(Scenario scenario) {
      boolean burst = scenario.demand().arrivals() instanceof Arrivals.AtOnce;
      return suggestedWarmupNanos != null
              && warmupFound == null
              && !burst
              && suggestedWarmupNanos > warmupNanos
          ? suggestedWarmupNanos
          : null;
    }
  }

  /**
   * How sure the figures are, from replications.
   *
   * @param level probability with which an interval holds the true figure, such as 0.95
   * @param precision what came of the precision that was asked for; null: none was
   * @param metrics by name, as {@code anteroom metrics} lists them
   */
  public record Confidence(
      double level, int replications, @Nullable String precision, Map<String, Estimate> metrics) {
    /** Stands in what came of a precision between what was asked for and what there is. */
    public static final String NOT_MET = " not met: ";

    public Confidence {
      metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** What was asked for and what there is instead; empty where all that was asked for is met. */
    public Optional<String> shortfall() {
      return precision == null || !precision.contains(NOT_MET)
          ? Optional.empty()
          : Optional.of(precision.replace(NOT_MET, ", "));
    }
  }

  /**
   * A part of a run's time: a second, or more in a long simulation.
   *
   * @param waiting persons who waited, on average
   * @param occupied rooms that were occupied, on average
   * @param completed visits that left their room, those of the warm-up included
   * @param waitP50Nanos the waits of those visits
   */
  public record Interval(
      double startSeconds,
      double endSeconds,
      double waiting,
      double occupied,
      long completed,
      long waitP50Nanos,
      long waitP99Nanos,
      long waitMaxNanos) {}
}
