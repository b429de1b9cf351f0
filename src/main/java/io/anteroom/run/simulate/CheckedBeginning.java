package io.anteroom.run.simulate;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.Scenario.Demand;
import io.anteroom.scenario.Warmup;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Computes the first visits of a long run again, by the calendar, and compares them with those of
 * the recursion. Later visits do not change them. A tenth of them is the warm-up, so some are
 * measured whatever the run's own warm-up is. Mutable; confined to one thread.
 */
final class CheckedBeginning {
  private final Scenario scenario;
  private final Schedule schedule;
  private final long visits;
  private final VisitTally tally;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Calendar calendar;

  private CheckedBeginning(Scenario scenario, long visits) {
    this.scenario = scenario;
    this.visits = visits;
    this.schedule = new Schedule(scenario);
    MeasuredWindow window = schedule.newWindow();
    this.tally = new VisitTally(scenario, schedule, window);
    this.calendar =
        new Calendar(scenario, schedule, window, new AllLogs(tally, fingerprint), false);
  }

  /**
   * The beginning of a run.
   *
   * @param visits how many visits to check
   * @return null if the run has no more visits than that
   */
  static @Nullable CheckedBeginning of(Scenario scenario, Schedule schedule, long visits) {
    ArrivalTimes arrivals = schedule.arrivals();
    long warmNanos = 0;
    for (long visit = 0; visit <= visits; visit++) {
      long nanos = arrivals.nextNanos();
      if (nanos == ArrivalTimes.NONE) {
        return null;
      }
      warmNanos = visit == visits / 10 ? nanos : warmNanos;
    }
    Demand all = scenario.demand();
    Demand first =
        new Demand(all.arrivals(), all.persons(), visits, all.duration(), all.limit(), all.think());
    return new CheckedBeginning(
        scenario.with(first).withWarmup(new Warmup.Time(Duration.ofNanos(warmNanos))), visits);
  }

  /** How many visits these are. */
  long visits() {
    return visits;
  }

  /** Runs the calendar; called once. */
  void run() {
    calendar.run();
  }

  /** The recursion's sums over their measured window. */
  Kernel.Totals byRecursion() {
    Recursion recursion =
        new Recursion(scenario, schedule, schedule.newWindow(), new Fingerprint(), false);
    recursion.run();
    return recursion.totals();
  }

  Calendar calendar() {
    return calendar;
  }

  VisitTally tally() {
    return tally;
  }

  Fingerprint fingerprint() {
    return fingerprint;
  }
}
