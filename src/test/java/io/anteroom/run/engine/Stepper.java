package io.anteroom.run.engine;

import io.anteroom.modes.clock.NanoClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Virtual threads that run one at a time, on the thread that calls {@link #runToEnd}, and a clock
 * that stands still while any of them can run. When all of them wait, the clock jumps to the next
 * time that one of them sleeps until. So the same program always does the same, to the nanosecond.
 *
 * <p>What happens at one instant happens in the order of {@link Turn}, and within a turn in the
 * order in which it was asked for; all threads come to rest after each. The threads may use the
 * locks and conditions of {@code java.util.concurrent}, but without timeouts: those take the time
 * of this machine.
 *
 * <p>The scheduler of a virtual thread can only be chosen by reflection, which needs the option
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED}. It is there on JDK 21 to 27.
 */
final class Stepper implements NanoClock {
  /** Who comes first at one instant: as in the simulator, and those who only look on come last. */
  enum Turn {
    INTERVENTION,
    DEPARTURE,
    ARRIVAL,
    ONLOOKER
  }

  /** What the clock reads at first; not 0, so that nobody takes a reading for a time of the run. */
  private static final long FIRST_READING = 1_000_000_000_000L;

  /** The flag of a virtual thread that takes over no thread-locals. */
  private static final int INHERITS_NOTHING = 1 << 2;

  private static final ThreadLocal<Sort> SORT = new ThreadLocal<>();

  private final Method newVirtualThread = newVirtualThread();
  private final Queue<Runnable> runnable = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Alarm.ORDER);
  private final Map<Thread, Thread> joiners = new HashMap<>();
  private long nowNanos = FIRST_READING;
  private long alarmsSoFar;
  private long nanosAReading;
  private long nanosAPark;

  /** Something that is to happen at a time. */
  private record Alarm(long dueNanos, Turn turn, long number, Runnable action) {
    static final Comparator<Alarm> ORDER =
        Comparator.comparingLong(Alarm::dueNanos)
            .thenComparing(Alarm::turn)
            .thenComparingLong(Alarm::number);
  }

  /** Threads of one sort: they have their turn together, and get a carrier or none. */
  final class Sort implements Executor {
    private final Turn turn;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean isHeld;

    private Sort(Turn turn) {
      this.turn = turn;
    }

    @Override
    public void execute(Runnable continuation) {
      if (isHeld) {
        held.add(continuation);
      } else {
        runnable.add(continuation);
      }
    }

    /** From now on none of these threads gets a carrier. */
    void hold() {
      isHeld = true;
    }

    /** From now on they get carriers again, in the order in which they asked. */
    void release() {
      isHeld = false;
      runnable.addAll(held);
      held.clear();
    }

    /** A virtual thread of this sort, not yet started. */
    Thread unstarted(Runnable task) {
      try {
        return (Thread)
            newVirtualThread.invoke(
                null, this, null, INHERITS_NOTHING, (Runnable) () -> perform(task));
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private void perform(Runnable task) {
      SORT.set(this);
      try {
        task.run();
      } finally {
        LockSupport.unpark(joiners.remove(Thread.currentThread()));
      }
    }
  }

  private static Method newVirtualThread() {
    try {
      Method method =
          Class.forName("java.lang.ThreadBuilders")
              .getDeclaredMethod(
                  "newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("this JDK lets nobody choose the scheduler", missing);
    }
  }

  Sort sort(Turn turn) {
    return new Sort(turn);
  }

  /** How much time has passed so far. */
  long elapsedNanos() {
    return nowNanos - FIRST_READING;
  }

  /** Has something happen when so much time has passed; it may not wait for anything. */
  void at(long elapsedNanos, Runnable action) {
    setAlarm(FIRST_READING + elapsedNanos, Turn.INTERVENTION, action);
  }

  /** Lets time pass while nobody but the caller runs: the machine, or its one carrier, is held. */
  void stall(long nanos) {
    nowNanos += nanos;
  }

  /** From now on so much time passes with each reading of the clock, as on a real machine. */
  void takeForReading(long nanos) {
    nanosAReading = nanos;
  }

  /** From now on whoever parks until a time wakes so much later, as on a real machine. */
  void overshootParks(long nanos) {
    nanosAPark = nanos;
  }

  /** Runs the thread, and all that it starts, until it has ended. */
  void runToEnd(Thread thread) {
    thread.start();
    settle();
    while (thread.isAlive()) {
      Alarm next = alarms.poll();
      if (next == null) {
        throw new IllegalStateException(
            "nobody can run and nobody sleeps, after "
                + elapsedNanos()
                + " ns; the thread waits at "
                + List.of(thread.getStackTrace()));
      }
      nowNanos = Math.max(nowNanos, next.dueNanos);
      next.action.run();
      settle();
    }
  }

  private void settle() {
    for (Runnable next = runnable.poll(); next != null; next = runnable.poll()) {
      next.run();
    }
  }

  private Alarm setAlarm(long dueNanos, Turn turn, Runnable action) {
    Alarm alarm = new Alarm(dueNanos, turn, alarmsSoFar++, action);
    alarms.add(alarm);
    return alarm;
  }

  @Override
  public long nanoTime() {
    long reading = nowNanos;
    nowNanos += nanosAReading;
    return reading;
  }

  @Override
  public void sleepNanos(long nanos) throws InterruptedException {
    sleepNanos(nanos, SORT.get().turn);
  }

  /** Sleeps, and wakes in that turn. */
  void sleepNanos(long nanos, Turn turn) throws InterruptedException {
    long deadlineNanos = after(nanos);
    while (nowNanos < deadlineNanos) {
      parkUntil(deadlineNanos, turn);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private long after(long nanos) {
    return nanos > Long.MAX_VALUE - nowNanos ? Long.MAX_VALUE : nowNanos + nanos;
  }

  @Override
  public void parkUntil(long deadlineNanos) {
    parkUntil(deadlineNanos + nanosAPark, SORT.get().turn);
  }

  private void parkUntil(long deadlineNanos, Turn turn) {
    if (deadlineNanos == Long.MAX_VALUE) {
      LockSupport.park(this);
    } else if (nowNanos < deadlineNanos) {
      Thread sleeper = Thread.currentThread();
      Alarm alarm = setAlarm(deadlineNanos, turn, () -> LockSupport.unpark(sleeper));
      LockSupport.park(this);
      alarms.remove(alarm);
    }
  }

  /** Whoever spins has a carrier of its own here. */
  @Override
  public void spinUntil(long deadlineNanos) {
    while (nowNanos < deadlineNanos) {
      parkUntil(deadlineNanos, SORT.get().turn);
    }
  }

  /** Waits until the thread has ended, but no longer than that. */
  void join(Thread thread, long nanos) throws InterruptedException {
    long deadlineNanos = after(nanos);
    while (thread.isAlive() && nowNanos < deadlineNanos) {
      joiners.put(thread, Thread.currentThread());
      parkUntil(deadlineNanos);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }
}
