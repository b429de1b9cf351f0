package io.anteroom.run.simulate;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Check;
import io.anteroom.result.Ending;
import io.anteroom.result.Environment;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.Offer;
import io.anteroom.result.Presence;
import io.anteroom.result.ResultBuilder;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.Saturation;
import io.anteroom.result.TheoryReport;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one scenario of one pool in simulated time, under its seed. */
public final class Simulator implements SimulatedRun {
  /**
   * Of a longer run the recursion computes all visits and the calendar the first ones: that takes
   * it some 10 ms.
   */
  static final long CHECKED_VISITS = 100_000;

  private final Scenario scenario;
  private final Schedule schedule;
  private final MeasuredWindow window;
  private final SimulatedPart part;
  private final VisitTally tally;
  private final @Nullable RunTimeline course;
  private final @Nullable FirstVisitsLog allotment;
  private final @Nullable CheckedBeginning beginning;

  private final PoolKernel kernel;

  private Simulator(Scenario scenario, boolean detailed, boolean lineLengths, long checked) {
    this.scenario = scenario;
    this.schedule = new Schedule(scenario);
    this.window = schedule.newWindow();
    this.part = new SimulatedPart(scenario, schedule, window);
    this.tally = new VisitTally(scenario, schedule, window);
    boolean recursion = Recursion.applies(scenario);
    this.beginning =
        detailed && recursion ? CheckedBeginning.of(scenario, schedule, checked) : null;
    this.course =
        detailed
            ? new RunTimeline(
                Stop.nanos(scenario), beginning == null ? Long.MAX_VALUE : beginning.visits())
            : null;
    this.allotment = detailed ? new FirstVisitsLog(scenario) : null;
    VisitLog log =
        course == null || allotment == null ? tally : new AllLogs(tally, course, allotment);
    this.kernel =
        recursion && (beginning != null || !detailed)
            ? new Recursion(scenario, schedule, window, log, lineLengths)
            : new Calendar(scenario, schedule, window, log, lineLengths);
  }

  /**
   * A simulator that gives figures, as fast as it can; its result has no checksum of the schedule.
   *
   * @throws UnsupportedScenarioException if the scenario can't be simulated
   */
  public static Simulator brief(Scenario scenario) {
    return brief(scenario, false);
  }

  /**
   * A simulator that gives figures, as fast as it can; its result has no checksum of the schedule.
   *
   * @param lineLengths whether it keeps for how long the line had which length
   * @throws UnsupportedScenarioException if the scenario can't be simulated
   */
  public static Simulator brief(Scenario scenario, boolean lineLengths) {
    return new Simulator(scenario, false, lineLengths, CHECKED_VISITS);
  }

  /**
   * A simulator that keeps the course of time, the first visits and for how long the line had which
   * length, and checks itself besides.
   *
   * @throws UnsupportedScenarioException if the scenario can't be simulated
   */
  public static Simulator detailed(Scenario scenario) {
    return detailed(scenario, true, CHECKED_VISITS);
  }

  /**
   * The same.
   *
   * @param lineLengths whether it keeps for how long the line had which length
   * @param checked where the recursion applies, so many visits are computed by the calendar, too
   */
  static Simulator detailed(Scenario scenario, boolean lineLengths, long checked) {
    return new Simulator(scenario, true, lineLengths, checked);
  }

  @Override
  public void interrupt() {
    kernel.interrupt();
  }

  @Override
  public long visits() {
    return tally.begun;
  }

  @Override
  public Run run(Environment environment) {
    kernel.run();
    if (!kernel.interrupted()) {
      tally.countEndless();
    }
    List<Check> checks = checks();
    Map<DurationKind, Latency> figures = new EnumMap<>(DurationKind.class);
    Histograms all = tally.measured(figures);
    Ending ending = ending(checks, all);
    long completed = all.wait.getTotalCount();
    long abandoned = all.abandonedWait.getTotalCount();
    long measured = completed + abandoned + tally.measuredCut + tally.measuredTurnedAway;
    Kernel.Totals totals = kernel.totals();
    RunResult result =
        new ResultBuilder(scenario, environment)
            .ended(ending, checks)
            .schedule(course == null ? "" : schedule.checksum())
            .window(part.startNanos(), window.nanos())
            .durations(figures)
            .visits(
                new VisitCounts(
                    completed,
                    abandoned,
                    tally.measuredCut,
                    tally.measuredTurnedAway,
                    tally.begun + tally.turnedAway - measured - tally.cooldown,
                    tally.cooldown,
                    completed + tally.refusals,
                    tally.refusals,
                    tally.violations))
            .rates(part.rates(totals, tally.arrivals))
            .presence(presence(totals))
            .fairness(tally.fairness())
            .theory(course == null ? null : TheoryReport.of(scenario))
            .simulation(
                part.simulation(
                    Recursion.applies(scenario) ? "recursion" : "calendar",
                    course == null ? null : course.batches()))
            .outOfRange(tally.range.tooLong(), tally.range.negative())
            .intervals(part.intervals(course == null ? null : course.series()))
            .build();
    return new Run(
        scenario,
        result,
        all,
        List.of(IntervalRecord.ofUnchanging(0, tally.lastNanos, all)),
        allotment == null ? List.of() : allotment.records(),
        Map.of());
  }

  private @Nullable Presence presence(Kernel.Totals totals) {
    return window.nanos() == 0
        ? null
        : Presence.of(
            window.average(totals.waitingNanos()),
            window.average(totals.waitingNanos() + totals.occupiedNanos()),
            kernel.lineLengths());
  }

  private List<Check> checks() {
    if (course == null) {
      return List.of();
    }
    return beginning == null
        ? checks((Calendar) kernel, course.fingerprint())
        : checks(beginning, course.fingerprint());
  }

  /** The calendar has computed all visits, and where the recursion applies it does so again. */
  private List<Check> checks(Calendar all, Fingerprint fingerprint) {
    SimulationChecks checks = new SimulationChecks(tally, kernel.interrupted());
    boolean shared =
        scenario.locking().discipline() instanceof Discipline.AtWill
            || scenario.locking().readers() > 0;
    List<Check> judged =
        new ArrayList<>(
            List.of(
                checks.durations(),
                checks.mutualExclusion(shared, all.rooms(), scenario.facility().rooms()),
                checks.counts(all.arrived()),
                checks.littlesLaw(all.line()),
                checks.utilisation(all.rooms())));
    if (Recursion.applies(scenario) && !kernel.interrupted()) {
      Fingerprint again = new Fingerprint();
      Recursion other = new Recursion(scenario, schedule, schedule.newWindow(), again, false);
      other.run();
      judged.add(checks.twoWays(again, fingerprint));
      judged.add(checks.window(other.totals(), all.totals()));
    }
    return judged;
  }

  /** The recursion has computed all visits, and the calendar computes the first ones again. */
  private List<Check> checks(CheckedBeginning first, Fingerprint fingerprint) {
    first.run();
    String part = "on the first " + FigureText.count(first.visits(), "visit");
    SimulationChecks whole = new SimulationChecks(tally, kernel.interrupted());
    SimulationChecks checks = new SimulationChecks(first.tally(), kernel.interrupted());
    Calendar calendarOfFirst = first.calendar();
    int rooms = scenario.facility().rooms();
    List<Check> judged =
        new ArrayList<>(
            List.of(
                whole.durations(),
                checks.mutualExclusion(false, calendarOfFirst.rooms(), rooms).heldTo(part),
                whole.counts(kernel.arrived()),
                checks.littlesLaw(calendarOfFirst.line()).heldTo(part),
                checks.utilisation(calendarOfFirst.rooms()).heldTo(part)));
    if (!kernel.interrupted()) {
      judged.add(checks.twoWays(fingerprint, first.fingerprint()).heldTo(part));
      judged.add(checks.window(first.byRecursion(), calendarOfFirst.totals()).heldTo(part));
    }
    return judged;
  }

  private Ending ending(List<Check> checks, Histograms all) {
    if (kernel.interrupted()) {
      return Ending.interrupted(tally.lastNanos, " of simulated time");
    }
    return Ending.judged(checks, () -> saturation(all));
  }

  private String saturation(Histograms all) {
    if (course == null || !scenario.demand().arrivals().open()) {
      return "";
    }
    Offer offer =
        new Offer(
            tally.arrivals.before(window.endNanos()),
            kernel.totals().ended(),
            part.startNanos(),
            window.endNanos(),
            kernel.waitingAtEnd(),
            0);
    return new Saturation(
            offer, scenario.facility().rooms(), all.hold.getMean(), part.intervals(course.series()))
        .explanation();
  }
}
