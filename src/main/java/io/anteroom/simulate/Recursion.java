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
 */
final class Recursion implements Kernel {
  private final Schedule schedule;
  private final VisitLog log;
  private final long stopNanos;

  /** When each room falls free: a heap of two children a node. */
  private final long[] freeNanos;

  private volatile boolean stopping;
  private boolean interrupted;

  Recursion(Scenario scenario, Schedule schedule, VisitLog log) {
    this.schedule = schedule;
    this.log = log;
    this.stopNanos = Stop.nanos(scenario);
    this.freeNanos = new long[scenario.facility().rooms()];
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
    ArrivalTimes times = schedule.arrivals();
    Draws draws = schedule.newDraws();
    int person = 0;
    for (long at = times.nextNanos(); at != ArrivalTimes.NONE; at = times.nextNanos()) {
      if (stopping) {
        interrupted = true;
        return;
      }
      long entered = Math.max(at, freeNanos[0]);
      if (entered < stopNanos) {
        long left = Stop.later(entered, schedule.holdNanos(draws, person, 0));
        log.enters(person, 0, 0, at, entered, left, 0);
        replaceFirst(left);
      } else {
        log.leavesWaiting(person, 0, at, 0);
      }
      person = Math.incrementExact(person);
    }
  }

  private void replaceFirst(long nanos) {
    long[] heap = freeNanos;
    int place = 0;
    for (int child = 1; child < heap.length; child = 2 * place + 1) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= nanos) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = nanos;
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
