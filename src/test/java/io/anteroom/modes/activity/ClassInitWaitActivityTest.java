package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.activity.Persons.Person;
import io.anteroom.modes.clock.NanoClock;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** How long a class is initialised, and that no initialiser outlasts its person. */
final class ClassInitWaitActivityTest {
  private static final String INITIALISER = "anteroom-initialiser-";

  /** A clock that reads what a test says; nobody sleeps by it. */
  private record ReadClock(LongSupplier reading) implements NanoClock {
    @Override
    public long nanoTime() {
      return reading.getAsLong();
    }

    @Override
    public void sleepNanos(long nanos) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void parkUntil(long deadlineNanos) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void spinUntil(long deadlineNanos) {
      throw new UnsupportedOperationException();
    }
  }

  private static boolean inInitialiser() {
    return Thread.currentThread().getName().startsWith(INITIALISER);
  }

  @Test
  void theClassIsInitialisedWhenTheHoldIsOver() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    ReadClock clock = new ReadClock(() -> inInitialiser() ? 10L * looks.incrementAndGet() : 0);
    try (ClassInitWaitActivity activity = new ClassInitWaitActivity(clock)) {
      Persons.enter(activity, 10).stayNanos();
      assertThat(looks).hasValue(1);
      Persons.enter(activity, 40).stayNanos();
      assertThat(looks).hasValue(4);
    }
  }

  @Test
  void whoWaitsForTheClassCanBeInterrupted() throws Exception {
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    ReadClock clock =
        new ReadClock(
            () -> {
              if (inInitialiser()) {
                waiting.join().interrupt();
              }
              return 0;
            });
    try (ClassInitWaitActivity activity = new ClassInitWaitActivity(clock)) {
      Person person = Persons.enter(activity, Persons.ENDLESS_NANOS);
      waiting.complete(person.thread());
      assertThatThrownBy(person::stayNanos).hasCauseInstanceOf(InterruptedException.class);
    }
  }

  /** By a clock whose reading is below 0, as {@code System.nanoTime} may have it. */
  @Test
  void noInitialiserGoesOnWithoutItsPerson() throws Exception {
    ReadClock clock = new ReadClock(() -> -Persons.ENDLESS_NANOS);
    try (ClassInitWaitActivity activity = new ClassInitWaitActivity(clock)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> activity.perform(1)).isInstanceOf(InterruptedException.class);
      long startNanos = System.nanoTime();
      while (!anInitialiserIsIdle()) {
        assertThat(System.nanoTime() - startNanos).isLessThan(Persons.LIMIT.toNanos());
      }
    }
  }

  /** Whether one has ended its work and waits for more. */
  private static boolean anInitialiserIsIdle() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith(INITIALISER))
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(frame -> frame.getMethodName().equals("getTask"));
  }
}
