package io.anteroom.run.simulate;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.Nanos;
import io.anteroom.scenario.Order;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.ArrivalTimes;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The recursion of Kiefer and Wolfowitz (On the Theory of Queues With Many Servers, Transactions of
 * the American Mathematical Society 78, 1955): where visits get rooms in the order in which they
 * arrive, all that a visit has to know is when the next room falls free. It needs no events, and
 * gives the same times as {@link Calendar}.
 *
 * <p>A batch of visits takes each step before the next step begins, and all of it is one method: a
 * sixth faster, since short loops over arrays of known length keep in registers what they need.
 */
final class Recursion implements PoolKernel {
  private static final int BATCH = 256;

  private final Schedule schedule;
  private final MeasuredWindow window;
  private final Stays stays;
  private final VisitLog log;
  private final long stopNanos;
  private final FreeTimes free;

  /** Null: nobody asked. */
  private final @Nullable LineLengths lengths;

  private long arrived;
  private long waitingAtEnd;
  private volatile boolean stopping;
  private boolean interrupted;

  /**
   * @param lineLengths whether to keep for how long the line had which length
   */
  Recursion(
      Scenario scenario,
      Schedule schedule,
      MeasuredWindow window,
      VisitLog log,
      boolean lineLengths) {
    this.lengths = lineLengths ? new LineLengths(window) : null;
    this.schedule = schedule;
    this.window = window;
    this.stays = new Stays(window);
    this.log = log;
    this.stopNanos = Stop.nanos(scenario);
    this.free = new FreeTimes(scenario.facility().rooms());
  }

  /** Whether a scenario's waits follow this recursion. */
  static boolean applies(Scenario scenario) {
    boolean oneLine = scenario.facility().line() == Line.SHARED || scenario.facility().rooms() == 1;
    return scenario.demand().arrivals().open()
        && scenario.facility().plan() == null
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
    long[] intended = new long[BATCH];
    long[] hold = new long[BATCH];
    long[] entered = new long[BATCH];
    long[] left = new long[BATCH];
    int person = 0;
    long latest = 0;
    for (int count = arrive(times, intended); count > 0; count = arrive(times, intended)) {
      if (stopping) {
        interrupted = true;
        break;
      }
      int next = Math.addExact(person, count);
      latest = intended[count - 1];
      window.arrive(person, intended, count);
      for (int i = 0; i < count; i++) {
        hold[i] = schedule.holdNanos(draws, person + i, 0);
      }
      for (int i = 0; i < count; i++) {
        long enters = Math.max(intended[i], free.firstNanos());
        long leaves = Long.MAX_VALUE;
        if (enters < stopNanos) {
          leaves = Nanos.sum(enters, schedule.lastingNanos(enters, hold[i]));
          free.replaceFirst(leaves);
          if (leaves > latest) {
            stays.keep(intended[i], enters, leaves, latest);
          }
        } else {
          stays.neverEnters(intended[i]);
        }
        entered[i] = enters;
        left[i] = leaves;
      }
      stays.add(intended, entered, left, count, latest);
      if (lengths != null) {
        lengths.add(intended, entered, count);
      }
      tell(person, intended, entered, left, count);
      person = next;
    }
    if (interrupted) {
      window.endsBy(latest);
    } else {
      window.arrivalsEnd(person, latest);
    }
    arrived = person;
    waitingAtEnd = stays.waitingAtEnd();
  }

  /** Tells the log of a batch; nobody enters before those who arrived earlier. */
  private void tell(int person, long[] intended, long[] entered, long[] left, int count) {
    int entering = count;
    while (entering > 0 && entered[entering - 1] >= stopNanos) {
      entering--;
    }
    log.enterInTurn(person, intended, entered, left, entering);
    for (int i = entering; i < count; i++) {
      log.leavesWaiting(person + i, 0, intended[i], stopNanos, 0);
    }
  }

  /** The next visits, and how many they are: fewer than there is room for only at the end. */
  private static int arrive(ArrivalTimes times, long[] intended) {
    int count = 0;
    while (count < intended.length) {
      long at = times.nextNanos();
      if (at == ArrivalTimes.NONE) {
        break;
      }
      intended[count++] = at;
    }
    return count;
  }

  @Override
  public long arrived() {
    return arrived;
  }

  @Override
  public long waitingAtEnd() {
    return waitingAtEnd;
  }

  @Override
  public Totals totals() {
    return stays.totals();
  }

  @Override
  public @Nullable Histogram lineLengths() {
    return lengths == null ? null : lengths.whole();
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
