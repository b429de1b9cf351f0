package io.anteroom.simulate;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.schedule.ArrivalTimes;
import io.anteroom.schedule.Draws;
import io.anteroom.schedule.Schedule;

/**
 * The recursion of Kiefer and Wolfowitz (On the Theory of Queues With Many Servers, Transactions of
 * the American Mathematical Society 78, 1955): where visits get rooms in the order in which they
 * arrive, all that a visit has to know is when the next room falls free. It needs no events, and
 * gives the same times as {@link Calendar}.
 *
 * <p>A batch of visits goes through each step before the next step begins: a short loop keeps in
 * registers what it needs.
 */
final class Recursion implements Kernel {
  private static final int BATCH = 256;

  private final Schedule schedule;
  private final VisitLog log;
  private final long stopNanos;
  private final ArrivalTimes times;
  private final Draws draws;
  private final FreeTimes free;

  private final long[] intendedNanos = new long[BATCH];
  private final long[] holdNanos = new long[BATCH];
  private final long[] enteredNanos = new long[BATCH];
  private final long[] leftNanos = new long[BATCH];

  private volatile boolean stopping;
  private boolean interrupted;

  Recursion(Scenario scenario, Schedule schedule, VisitLog log) {
    this.schedule = schedule;
    this.log = log;
    this.stopNanos = Stop.nanos(scenario);
    this.times = schedule.arrivals();
    this.draws = schedule.newDraws();
    this.free = new FreeTimes(scenario.facility().rooms());
  }

  /** Whether a scenario's waits follow this recursion. */
  static boolean applies(Scenario scenario) {
    boolean oneLine = scenario.facility().line() == Line.SHARED || scenario.facility().rooms() == 1;
    return scenario.demand().arrivals().open()
        && scenario.locking().discipline() instanceof Discipline.InLine
        && scenario.locking().order() == Order.FIFO
        && oneLine
        && scenario.locking().readers() == 0
        && scenario.stay().patience() == null
        && scenario.demand().limit() == null;
  }

  @Override
  public void run() {
    int person = 0;
    for (int count = arrive(); count > 0; count = arrive()) {
      if (stopping) {
        interrupted = true;
        return;
      }
      int next = Math.addExact(person, count);
      draw(person, count);
      enter(count);
      tell(person, count);
      person = next;
    }
  }

  /** The next visits, and how many they are: fewer than a batch only at the end. */
  private int arrive() {
    int count = 0;
    while (count < BATCH) {
      long at = times.nextNanos();
      if (at == ArrivalTimes.NONE) {
        break;
      }
      intendedNanos[count++] = at;
    }
    return count;
  }

  private void draw(int person, int count) {
    for (int i = 0; i < count; i++) {
      holdNanos[i] = schedule.holdNanos(draws, person + i, 0);
    }
  }

  private void enter(int count) {
    for (int i = 0; i < count; i++) {
      enteredNanos[i] = Math.max(intendedNanos[i], free.firstNanos());
      if (enteredNanos[i] < stopNanos) {
        leftNanos[i] = Stop.later(enteredNanos[i], holdNanos[i]);
        free.replaceFirst(leftNanos[i]);
      }
    }
  }

  private void tell(int person, int count) {
    for (int i = 0; i < count; i++) {
      if (enteredNanos[i] < stopNanos) {
        log.enters(person + i, 0, 0, intendedNanos[i], enteredNanos[i], leftNanos[i], 0);
      } else {
        log.leavesWaiting(person + i, 0, intendedNanos[i], 0);
      }
    }
  }

  @Override
  public void interrupt() {
    stopping = true;
  }

  @Override
  public boolean interrupted() {
    return interrupted;
  }
}
