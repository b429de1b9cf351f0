package io.anteroom.modes.activity;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Wakes sleepers when their time has come; one platform thread does it for all of them. That takes
 * less processor time than {@link Thread#sleep} in a virtual thread, which makes a task for the
 * JDK's timer and cancels it again. Safe for any number of threads.
 */
final class AlarmClock implements Closeable, Runnable {
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  private final long originNanos = System.nanoTime();

  /** The alarms that were set since the clock last looked, the latest first. */
  private final AtomicReference<@Nullable Alarm> set = new AtomicReference<>();

  /** Those that it has seen; for its own thread. */
  private final PriorityQueue<Alarm> ahead = new PriorityQueue<>();

  private final Thread thread =
      Thread.ofPlatform().daemon().name("anteroom-alarm-clock").unstarted(this);

  /** When it will look again, or 0 while it looks. */
  private volatile long looksNanos;

  private volatile boolean closed;

  private AlarmClock() {}

  /** A clock that goes until it is closed. */
  static AlarmClock start() {
    AlarmClock clock = new AlarmClock();
    clock.thread.start();
    return clock;
  }

  /** One thread's wish to be woken. */
  final class Alarm implements Comparable<Alarm> {
    private final Thread sleeper = Thread.currentThread();
    private final long dueNanos;
    private @Nullable Alarm next;
    private volatile boolean rung;

    private Alarm(long dueNanos) {
      this.dueNanos = dueNanos;
    }

    /** Whether the sleeper was woken. */
    boolean hasRung() {
      return rung || closed;
    }

    /** Whether its time has come. */
    boolean due() {
      return now() >= dueNanos;
    }

    private void ring() {
      rung = true;
      LockSupport.unpark(sleeper);
    }

    @Override
    public int compareTo(Alarm other) {
      return Long.compare(dueNanos, other.dueNanos);
    }
  }

  /**
   * Has the calling thread unparked after {@code nanos}, or when the clock is closed. The thread
   * parks until {@link Alarm#hasRung}.
   */
  Alarm set(long nanos) {
    long now = now();
    Alarm alarm = new Alarm(nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos);
    do {
      alarm.next = set.get();
    } while (!set.compareAndSet(alarm.next, alarm));
    if (alarm.dueNanos < looksNanos) {
      LockSupport.unpark(thread);
    }
    return alarm;
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        looksNanos = 0;
        takeIn();
        long nextNanos = ringDue();
        looksNanos = nextNanos;
        // Whoever sets an alarm from here on sees when the clock looks again, and unparks it.
        if (set.get() == null && !closed) {
          LockSupport.parkNanos(this, nextNanos - now());
        }
      }
    } finally {
      closed = true;
      takeIn();
      ahead.forEach(Alarm::ring);
    }
  }

  private void takeIn() {
    for (Alarm alarm = set.getAndSet(null); alarm != null; alarm = alarm.next) {
      ahead.add(alarm);
    }
  }

  /** Rings what is due; when the next one is. */
  private long ringDue() {
    long now = now();
    Alarm first = ahead.peek();
    while (first != null && first.dueNanos <= now) {
      ahead.remove();
      first.ring();
      first = ahead.peek();
    }
    return first == null ? Long.MAX_VALUE : first.dueNanos;
  }

  private long now() {
    return System.nanoTime() - originNanos;
  }

  /** Stops the clock and wakes all who sleep. */
  @Override
  public void close() throws IOException {
    closed = true;
    LockSupport.unpark(thread);
    try {
      if (!thread.join(LONGEST_CLOSE)) {
        throw new IOException("the alarm clock did not stop within " + LONGEST_CLOSE);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }
}
