package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread that makes one visit. */
record Person(TestVisit visit, FutureTask<Boolean> task, Thread thread) {
  static Person start(LockingMode mode, TestVisit visit, Thread.Builder threads) {
    FutureTask<Boolean> task = new FutureTask<>(() -> mode.visit(visit));
    return new Person(visit, task, threads.start(task));
  }

  /** Returns once the person has been refused or stands in line. */
  Person awaitWaiting() {
    Await.until("the person waits", this::waits);
    return this;
  }

  private boolean waits() {
    return visit.refusals() > 0
        || switch (thread.getState()) {
          case WAITING, TIMED_WAITING, BLOCKED -> true;
          case NEW, RUNNABLE, TERMINATED -> false;
        };
  }

  void interrupt() {
    thread.interrupt();
  }

  /** The visit's outcome: whether it had a room. */
  boolean hadRoom() throws Exception {
    return task.get(Await.LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** What ended the visit. */
  Throwable failure() throws InterruptedException, TimeoutException {
    try {
      throw new AssertionError(
          "no exception, but " + task.get(Await.LIMIT_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    }
  }

  void awaitGone() throws InterruptedException {
    assertThat(thread.join(Duration.ofSeconds(Await.LIMIT_SECONDS))).as("person gone").isTrue();
  }
}
