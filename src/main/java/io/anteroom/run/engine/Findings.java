package io.anteroom.run.engine;

import io.anteroom.measure.Census;
import io.anteroom.measure.Histograms;
import io.anteroom.modes.locking.Room;
import io.anteroom.result.Check;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Ending;
import io.anteroom.result.Environment;
import io.anteroom.result.JourneyParts;
import io.anteroom.result.Offer;
import io.anteroom.result.Outcome;
import io.anteroom.result.ResultBuilder;
import io.anteroom.result.ResultBuilder.Rates;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Cpu;
import io.anteroom.result.RunResult.Fairness;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.Saturation;
import io.anteroom.result.SentenceText;
import io.anteroom.result.TheoryReport;
import io.anteroom.run.engine.Arrival.Arrived;
import io.anteroom.run.engine.Watchdog.StuckReport;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.MeasuredWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when a run has ended, made into its result.
 *
 * @param ended what was known when the last person had gone
 * @param landed what the flight recording showed
 */
record Findings(
    Stage stage, Observer observer, Watchdog watchdog, Ended ended, Flight.Landed landed) {

  private static final String NOT_FREED = " Some persons could not be freed.";

  /**
   * A run's end.
   *
   * @param endNanos when the last person left, or the run was stopped
   * @param cpuNanos processor time of the process meanwhile
   * @param allGone whether every person could be freed
   * @param roomsFound how many persons the mode let in at once then; empty: not counted
   */
  record Ended(
      Arrived arrived,
      long endNanos,
      long cpuNanos,
      int carriers,
      boolean allGone,
      OptionalInt roomsFound) {}

  Run run(Environment environment, Map<String, Path> attachments) {
    Histograms unmeasured = observer.unmeasured();
    List<Check> checks = new EngineChecks(stage, observer, unmeasured, ended).all();
    Ending ending = ending(checks);
    Histograms total = observer.total();
    MeasuredWindow window = stage.window;
    double perSecond = window.average(1e9);
    double achieved = stage.totals.ended() * perSecond;
    JourneyParts parts = stage.journey == null ? null : stage.journey.parts(window);
    double occupied =
        window.average(
            stage.journey == null ? stage.totals.occupiedNanos() : stage.journey.occupiedNanos());
    long over = over(total) + over(unmeasured);
    boolean open = stage.scenario.demand().arrivals().open();
    RunResult result =
        new ResultBuilder(stage.scenario, environment)
            .ended(ending, checks)
            .schedule(stage.schedule.checksum())
            .window(window.endNanos() - window.nanos(), window.nanos())
            .durations(total, Set.of())
            .visits(visits(total))
            .rates(
                new Rates(
                    stage.totals.completed() * perSecond,
                    open ? offer().perSecond(offer().arrivals()) : achieved,
                    achieved,
                    occupied / meanRooms(window)))
            .presence(observer.presence())
            .failedCalls(stage.failedCalls.byKind())
            .fairness(
                parts != null && open
                    ? parts.fairnessOfJourneys()
                    : new Fairness(stage.fairness.jain(), stage.fairness.persons()))
            .cpu(
                new Cpu(
                    ended.cpuNanos(),
                    over == 0 ? 0 : ended.cpuNanos() / (double) over,
                    observer.busyProcessors()))
            .pinning(pinning())
            .flight(landed.report())
            .theory(TheoryReport.of(stage.scenario))
            .outOfRange(stage.range.tooLong(), stage.range.negative())
            .intervals(observer.intervals())
            .parts(parts == null ? null : parts.results())
            .deadlock(deadlock())
            .build();
    return new Run(
        stage.scenario,
        result,
        total,
        observer.records(),
        stage.firstVisits.records(),
        attachments,
        parts == null ? Map.of() : parts.histograms());
  }

  private double meanRooms(MeasuredWindow window) {
    return stage.scenario.meanRooms(window.endNanos() - window.nanos(), window.endNanos());
  }

  private static long over(Histograms histograms) {
    return histograms.wait.getTotalCount() + histograms.abandonedWait.getTotalCount();
  }

  private VisitCounts visits(Histograms total) {
    Census census = stage.census;
    long completed = total.wait.getTotalCount();
    long abandoned = total.abandonedWait.getTotalCount();
    long refusals = stage.measured.refusals();
    long measured = completed + abandoned + census.measuredCut() + census.measuredTurnedAway();
    long all = census.begun() + census.turnedAway();
    return new VisitCounts(
        completed,
        abandoned,
        census.measuredCut(),
        census.measuredTurnedAway(),
        all - measured - census.afterWindow(),
        census.afterWindow(),
        completed + refusals,
        refusals,
        census.violations());
  }

  /** What was offered in the measured part of the run, and what became of it there. */
  private Offer offer() {
    MeasuredWindow window = stage.window;
    return new Offer(
        ended.arrived().count().before(window.endNanos())
            + (stage.journey == null ? 0 : stage.journey.returned.sum()),
        stage.totals.ended(),
        window.endNanos() - window.nanos(),
        window.endNanos(),
        ended.arrived().waiting(),
        ended.arrived().lateNanos());
  }

  private Pinning pinning() {
    Long effectiveRooms = observer.effectiveRooms();
    Flight.Pinned pinned = landed.pinned();
    if (pinned == null) {
      return Pinning.inPart(effectiveRooms, List.of());
    }
    if (!pinned.whole()) {
      return Pinning.inPart(effectiveRooms, pinned.sites());
    }
    return new Pinning(
        pinned.count(),
        pinned.nanos(),
        pinned.largestNanos(),
        pinned.share(),
        effectiveRooms,
        pinned.sites(),
        landed.carriersHeld());
  }

  private Ending ending(List<Check> checks) {
    StuckReport stuck = watchdog.report();
    if (stage.stopCause() == StopCause.INTERRUPT) {
      return Ending.interrupted(ended.endNanos(), "");
    }
    String lost = watchdog.lost();
    if (lost != null) {
      return new Ending(Outcome.SERVER_LOST, lost);
    }
    Deadlock deadlock = watchdog.deadlock();
    if (deadlock != null) {
      return new Ending(Outcome.STUCK, deadlock.words() + (ended.allGone() ? "" : NOT_FREED));
    }
    if (stuck != null) {
      return new Ending(Outcome.STUCK, explain(stuck));
    }
    return Ending.judged(checks, this::saturation);
  }

  private String saturation() {
    double meanHoldNanos = observer.total().hold.getMean();
    return new Saturation(
            offer(), stage.scenario.facility().rooms(), meanHoldNanos, observer.intervals())
        .explanation();
  }

  private String explain(StuckReport stuck) {
    Scenario scenario = stage.scenario;
    String seconds = String.format(Locale.ROOT, "%.1f s", stuck.stillNanos() / 1e9);
    String mode =
        scenario.journey() == null
            ? scenario.locking().mode()
            : scenario.journey().pools().stream()
                .map(pool -> pool.locking().mode())
                .distinct()
                .collect(Collectors.joining(" or "));
    String holder =
        stuck.overdue() == null
            ? "nobody gets the free rooms"
            : "the person in %s should have left it long ago".formatted(name(stuck.overdue()))
                + (stuck.starved() || stuck.carriers().mayBeWhy() ? " but gets no carrier" : "");
    String freed = ended.allGone() ? "" : NOT_FREED;
    String why =
        stuck.starved()
            ? "starvation: the carriers were busy all the time with persons who try again in mode "
                + mode
                + " without releasing them, so "
                + holder
                + ". Virtual threads are not time-sliced. Use a mode that parks (try-park,"
                + " try-backoff, timed or a blocking one), or more carriers than persons."
            : "deadlock: "
                + stuck.carriers().clause(mode)
                + ", and "
                + holder
                + "."
                + plugin()
                + stuck.carriers().remedy(Runtime.version().feature());
    return "Nothing moved for " + seconds + ". " + SentenceText.capitalised(why) + freed;
  }

  private String name(Room room) {
    return stage.journey == null ? "room " + (room.index() + 1) : stage.journey.name(room);
  }

  /** What nothing but the end of the run has ended, else what patience has. */
  private @Nullable Deadlock deadlock() {
    Deadlock found = watchdog.deadlock();
    return found == null ? watchdog.deadlockEndedByPatience() : found;
  }

  /** Whom to ask first. */
  private String plugin() {
    return stage.scenario.locking().traits().has(Trait.OF_PLUGIN)
        ? " The mode is a plugin's: it has lost rooms, or does not wake up who waits."
        : "";
  }
}
