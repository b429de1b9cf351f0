package io.anteroom.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every locking mode promises to a crowd: no room is shared, and nobody waits for ever. A lost
 * wake-up shows as a person that never finishes.
 */
@Timeout(120)
final class StressContractTest {
  private static final String EXCLUSIVE = "io.anteroom.locking.ModeCase#exclusive";
  private static final String PATIENT = "io.anteroom.locking.ModeCase#patient";
  private static final int ROOMS = 3;

  @ParameterizedTest
  @MethodSource(EXCLUSIVE)
  void noRoomIsEverSharedAndEverybodyIsServed(ModeCase mode) throws Exception {
    Crowd crowd = new Crowd(mode, false);
    crowd.run();
    assertThat(crowd.served).hasValue(crowd.persons() * crowd.visits());
    crowd.assertOrder();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void interruptsAndGiveUpsLoseNoWakeUp(ModeCase mode) throws Exception {
    Crowd crowd = new Crowd(mode, true);
    crowd.run();
    assertThat(crowd.served.get() + crowd.givenUp.get() + crowd.interrupted.get())
        .isEqualTo(crowd.persons() * crowd.visits());
    assertThat(crowd.served.get()).isPositive();
    crowd.assertOrder();
  }

  /**
   * Persons that make visit after visit; of a troubled crowd, some are impatient or interrupted.
   */
  private static final class Crowd {
    private final ModeCase mode;
    private final boolean troubled;
    private final House house;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    Crowd(ModeCase mode, boolean troubled) {
      this.mode = mode;
      this.troubled = troubled;
      this.house = mode.house(ROOMS);
    }

    /** Spinning persons need a thread each, and time of the machine's few processors. */
    int persons() {
      return mode.spins() ? 6 : 60;
    }

    int visits() {
      return mode.spins() ? 50 : 40;
    }

    void run() throws InterruptedException {
      Thread.Builder threads = mode.spins() ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
      List<Thread> persons = new ArrayList<>();
      for (int person = 0; person < persons(); person++) {
        int number = person;
        persons.add(threads.start(() -> visitAgainAndAgain(number)));
      }
      AtomicBoolean over = new AtomicBoolean();
      Thread interrupter = Thread.ofPlatform().daemon().start(() -> interrupt(persons, over));
      for (Thread person : persons) {
        assertThat(person.join(Duration.ofSeconds(2 * Await.LIMIT_SECONDS)))
            .as("person done")
            .isTrue();
      }
      over.set(true);
      interrupter.join();
    }

    /** Only every third person is interrupted, so that the others can show a lost wake-up. */
    private void interrupt(List<Thread> persons, AtomicBoolean over) {
      SplittableRandom random = new SplittableRandom(5);
      while (troubled && !over.get()) {
        persons.get(random.nextInt(persons.size() / 3) * 3).interrupt();
        LockSupport.parkNanos(20_000);
      }
    }

    private void visitAgainAndAgain(int person) {
      try {
        for (int visit = 0; visit < visits(); visit++) {
          visitOnce(person, visit);
        }
      } catch (RuntimeException | Error e) {
        failures.add(e);
      }
    }

    private void visitOnce(int person, int number) {
      SplittableRandom random = new SplittableRandom(person * 1_000L + number);
      boolean reads = mode.traits().keys().contains("readers") && random.nextBoolean();
      TestVisit visit = house.visit(person, reads, room -> stay(reads)).number(number);
      if (troubled && person % 3 == 1) {
        visit.patience(random.nextInt(200_000));
      }
      try {
        (house.locking().visit(visit) ? served : givenUp).incrementAndGet();
      } catch (InterruptedException e) {
        interrupted.incrementAndGet();
      }
    }

    private void stay(boolean reads) throws InterruptedException {
      if (!reads) {
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
      }
      LockSupport.parkNanos(1_000);
      if (!reads) {
        inside.decrementAndGet();
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }

    void assertOrder() throws Exception {
      assertThat(failures).isEmpty();
      assertThat(house.violations()).isZero();
      assertThat(mostInside.get()).isBetween(1, ROOMS);
      house.assertAllRoomsCanBeHad();
    }
  }
}
