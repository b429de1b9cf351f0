package io.anteroom.modes.activity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Virtual threads that perform an activity, for tests. Every wait is bounded. */
final class Persons {
  /** Long enough for any machine, and short enough to fail in. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  /** A hold that only an interrupt ends. */
  static final long ENDLESS_NANOS = TimeUnit.HOURS.toNanos(24);

  /** A person in its room, and how long it was inside, in nanoseconds. */
  record Person(Thread thread, FutureTask<Long> stay) {
    long stayNanos() throws InterruptedException, ExecutionException, TimeoutException {
      return stay.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Returns once the person blocks in its room, which persons that compute never do. */
    Person awaitBlocked() {
      long startNanos = System.nanoTime();
      while (!isBlocked()) {
        if (System.nanoTime() - startNanos > LIMIT.toNanos()) {
          throw new AssertionError("not blocked but " + thread.getState());
        }
        Thread.onSpinWait();
      }
      return this;
    }

    private boolean isBlocked() {
      Thread.State state = thread.getState();
      return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }
  }

  private Persons() {}

  static Person enter(RoomActivity activity, long holdNanos) {
    FutureTask<Long> stay =
        new FutureTask<>(
            () -> {
              long startNanos = System.nanoTime();
              activity.perform(holdNanos);
              return System.nanoTime() - startNanos;
            });
    return new Person(Thread.ofVirtual().start(stay), stay);
  }

  static List<Person> enter(RoomActivity activity, int persons, long holdNanos) {
    List<Person> all = new ArrayList<>();
    for (int number = 0; number < persons; number++) {
      all.add(enter(activity, holdNanos));
    }
    return all;
  }

  /** Returns once what they call is lost to them. */
  static void awaitLost(RoomActivity activity) {
    long startNanos = System.nanoTime();
    while (activity.lost() == null) {
      if (System.nanoTime() - startNanos > LIMIT.toNanos()) {
        throw new AssertionError("not lost");
      }
      Thread.onSpinWait();
    }
  }

  /** Runs {@code work} on a virtual thread to its end. */
  static void run(FutureTask<?> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    Thread.ofVirtual().start(work);
    work.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }
}
