package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.run.engine.Stepper.Sort;
import io.anteroom.run.engine.Stepper.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class StepperTest {
  private final Stepper stepper = new Stepper();
  private final Sort sort = stepper.sort(Turn.ARRIVAL);
  private final List<String> events = new ArrayList<>();

  private void notes(String event) {
    events.add(event + " at " + stepper.elapsedNanos());
  }

  /** A task whose interruption no test expects. */
  @FunctionalInterface
  private interface Task {
    void run() throws InterruptedException;
  }

  private Thread thread(Sort of, Task task) {
    return of.unstarted(
        () -> {
          try {
            task.run();
          } catch (InterruptedException interruption) {
            notes("interrupted");
          }
        });
  }

  private void runToEnd(Task task) {
    stepper.runToEnd(thread(sort, task));
  }

  @Test
  void timePassesOnlyWhileAllSleep() {
    long before = stepper.nanoTime();
    runToEnd(
        () -> {
          Thread other = thread(sort, () -> stepper.sleepNanos(7));
          other.start();
          stepper.sleepNanos(5);
          notes("woken");
          stepper.join(other, Long.MAX_VALUE);
          notes("joined");
          stepper.spinUntil(stepper.nanoTime() + 3);
          notes("spun");
          stepper.sleepNanos(0);
          notes("not slept");
        });
    assertThat(events)
        .containsExactly("woken at 5", "joined at 7", "spun at 10", "not slept at 10");
    assertThat(stepper.nanoTime() - before).isEqualTo(10);
  }

  @Test
  void atOneInstantEachHasItsTurn() {
    Sort onlookers = stepper.sort(Turn.ONLOOKER);
    stepper.at(10, () -> notes("intervention"));
    runToEnd(
        () -> {
          sleeper(onlookers, "onlooker").start();
          sleeper(sort, "first to arrive").start();
          sleeper(sort, "second to arrive").start();
          sleeper(stepper.sort(Turn.DEPARTURE), "departure").start();
          stepper.sleepNanos(11);
        });
    assertThat(events)
        .containsExactly(
            "intervention at 10",
            "departure at 10",
            "first to arrive at 10",
            "second to arrive at 10",
            "onlooker at 10");
  }

  private Thread sleeper(Sort of, String name) {
    return thread(
        of,
        () -> {
          stepper.sleepNanos(10);
          notes(name);
        });
  }

  @Test
  void whoWaitsForALockGetsItAtTheInstantAtWhichItIsFree() {
    ReentrantLock lock = new ReentrantLock(true);
    runToEnd(
        () -> {
          for (int person = 1; person <= 3; person++) {
            locking(lock, "person " + person).start();
          }
          stepper.sleepNanos(40);
        });
    assertThat(events)
        .containsExactly("person 1 has it at 0", "person 2 has it at 10", "person 3 has it at 20");
  }

  private Thread locking(ReentrantLock lock, String name) {
    return thread(
        sort,
        () -> {
          lock.lockInterruptibly();
          try {
            notes(name + " has it");
            stepper.sleepNanos(10);
          } finally {
            lock.unlock();
          }
        });
  }

  @Test
  void aSleeperCanBeInterruptedAndForgetsItsTime() {
    runToEnd(
        () -> {
          Thread other = sleeper(sort, "never");
          other.start();
          stepper.sleepNanos(4);
          other.interrupt();
          stepper.join(other, Long.MAX_VALUE);
          notes("gone");
        });
    assertThat(events).containsExactly("interrupted at 4", "gone at 4");
  }

  @Test
  void whoIsHeldRunsWhenReleased() {
    Sort held = stepper.sort(Turn.ARRIVAL);
    stepper.at(5, held::hold);
    stepper.at(25, held::release);
    runToEnd(
        () -> {
          Thread other = sleeper(held, "held");
          other.start();
          stepper.join(other, 20);
          notes("not waited longer");
          stepper.join(other, 20);
        });
    assertThat(events).containsExactly("not waited longer at 20", "held at 25");
  }

  @Test
  void whileTheMachineStandsStillNobodyWakes() {
    stepper.at(8, () -> stepper.stall(100));
    runToEnd(
        () -> {
          sleeper(sort, "late").start();
          stepper.sleepNanos(109);
        });
    assertThat(events).containsExactly("late at 108");
  }

  @Test
  void timePassesWithEachReadingWhereItIsToldTo() {
    stepper.takeForReading(3);
    long before = stepper.nanoTime();
    assertThat(stepper.nanoTime() - before).isEqualTo(3);
    assertThat(stepper.elapsedNanos()).isEqualTo(6);
  }

  @Test
  void thatNobodyCanRunAnyMoreIsSaid() {
    assertThatThrownBy(() -> runToEnd(() -> new CountDownLatch(1).await()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nobody can run and nobody sleeps")
        .hasMessageContaining("CountDownLatch.await");
  }
}
