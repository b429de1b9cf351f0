package io.anteroom.run.simulate;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Fairness;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Check;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Ending;
import io.anteroom.result.Environment;
import io.anteroom.result.JourneyParts;
import io.anteroom.result.Offer;
import io.anteroom.result.Outcome;
import io.anteroom.result.Presence;
import io.anteroom.result.ResultBuilder;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.Saturation;
import io.anteroom.result.TheoryReport;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs a scenario of several pools in simulated time, under its seed. */
final class JourneySimulator implements SimulatedRun {
  private final Scenario scenario;
  private final Journey journey;
  private final Schedule schedule;
  private final MeasuredWindow window;
  private final SimulatedPart part;
  private final JourneyTally tally;
  private final @Nullable JourneyTimeline course;
  private final @Nullable JourneyVisits visits;
  private final JourneyCalendar calendar;

  JourneySimulator(Scenario scenario, Journey journey, boolean detailed) {
    this.scenario = scenario;
    this.journey = journey;
    this.schedule = new Schedule(scenario);
    this.window = schedule.newWindow();
    this.part = new SimulatedPart(scenario, schedule, window);
    Itinerary itinerary = new Itinerary(schedule.journey().steps(), schedule.journey().size());
    this.tally =
        new JourneyTally(
            itinerary,
            window,
            scenario.demand().arrivals().open(),
            scenario.demand().persons(),
            journey.pools().size(),
            Math.max(journey.classes().size(), 1));
    this.course = detailed ? new JourneyTimeline() : null;
    this.visits = detailed ? new JourneyVisits(itinerary::poolOfStep, journey.pools()) : null;
    JourneyLog log =
        course == null || visits == null ? tally : new AllJourneyLogs(tally, course, visits);
    this.calendar = new JourneyCalendar(scenario, schedule, window, log);
  }

  @Override
  public void interrupt() {
    calendar.interrupt();
  }

  @Override
  public long visits() {
    return tally.begun;
  }

  @Override
  public Run run(Environment environment) {
    calendar.run();
    JourneyParts parts =
        new JourneyParts(
            journey,
            new TalliedParts(tally, calendar.flows()),
            part.startNanos(),
            window.endNanos());
    Histograms all = parts.journeys();
    List<Check> checks = checks();
    RunResult result =
        new ResultBuilder(scenario, environment)
            .ended(ending(checks), checks)
            .schedule(course == null ? "" : schedule.checksum())
            .window(part.startNanos(), window.nanos())
            .durations(all, Set.of(DurationKind.UNCORRECTED_WAIT))
            .visits(visitCounts(parts))
            .rates(part.rates(calendar.totals(), tally.arrivals))
            .presence(presence())
            .fairness(fairness(parts))
            .theory(course == null ? null : TheoryReport.of(scenario))
            .simulation(part.simulation("calendar", course == null ? null : course.batches()))
            .outOfRange(tally.range.tooLong(), tally.range.negative())
            .intervals(part.intervals(course == null ? null : course.series()))
            .parts(parts.results())
            .deadlock(deadlock())
            .build();
    return new Run(
        scenario,
        result,
        all,
        List.of(IntervalRecord.ofUnchanging(0, tally.lastNanos, all)),
        visits == null ? List.of() : visits.records(),
        Map.of(),
        parts.histograms());
  }

  /** What nothing but the end of the run has ended, else what patience has. */
  private @Nullable Deadlock deadlock() {
    Deadlock found = calendar.deadlock();
    return found == null ? calendar.deadlockEndedByPatience() : found;
  }

  private @Nullable Presence presence() {
    Flow.Totals all = calendar.flows().journeys();
    return window.nanos() == 0
        ? null
        : Presence.of(window.average(all.waitingNanos()), window.average(all.insideNanos()), null);
  }

  private VisitCounts visitCounts(JourneyParts parts) {
    VisitCounts counted = parts.journeyCounts();
    long measured =
        counted.completed() + counted.abandoned() + counted.censored() + counted.turnedAway();
    long begun = tally.begun + tally.allTurnedAway;
    return new VisitCounts(
        counted.completed(),
        counted.abandoned(),
        counted.censored(),
        counted.turnedAway(),
        begun - measured - tally.cooldown,
        tally.cooldown,
        counted.attempts(),
        counted.refusals(),
        0);
  }

  private RunResult.Fairness fairness(JourneyParts parts) {
    if (scenario.demand().arrivals().open()) {
      return parts.fairnessOfJourneys();
    }
    Fairness persons = new Fairness();
    for (long nanos : tally.waitsOfPersons()) {
      persons.add(nanos);
    }
    return new RunResult.Fairness(persons.jain(), persons.persons());
  }

  private List<Check> checks() {
    if (course == null) {
      return List.of();
    }
    return new JourneyChecks(journey.pools(), tally, calendar).all();
  }

  private Ending ending(List<Check> checks) {
    Deadlock deadlock = calendar.deadlock();
    if (deadlock != null) {
      return new Ending(Outcome.STUCK, deadlock.words());
    }
    if (calendar.interrupted()) {
      return Ending.interrupted(calendar.lastNanos(), " of simulated time");
    }
    return Ending.judged(checks, this::saturation);
  }

  /** Whether the lines grew to the end is told as for one pool; the words name the longest one. */
  private String saturation() {
    if (course == null || !scenario.demand().arrivals().open()) {
      return "";
    }
    Offer offer =
        new Offer(
            tally.arrivals.before(window.endNanos()),
            calendar.totals().ended(),
            part.startNanos(),
            window.endNanos(),
            calendar.waitingAtEnd(),
            0);
    boolean grew =
        !new Saturation(offer, scenario.facility().rooms(), 0, part.intervals(course.series()))
            .explanation()
            .isEmpty();
    return grew ? saturation(offer) : "";
  }

  private String saturation(Offer offer) {
    int longest = 0;
    for (int pool = 1; pool < journey.pools().size(); pool++) {
      if (calendar.waitingAtEnd(pool) > calendar.waitingAtEnd(longest)) {
        longest = pool;
      }
    }
    return String.format(
        Locale.ROOT,
        "Persons arrived at %.1f/s, but only %.1f/s came to the end. The line of pool %s grew to"
            + " the end (%,d waiting), so the waits say how long the run was.",
        offer.perSecond(offer.arrivals()),
        offer.perSecond(offer.ended()),
        journey.pools().get(longest).name(),
        calendar.waitingAtEnd(longest));
  }
}
