package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.ScenarioKey;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every locking mode promises to a crowd: no room is shared, and nobody waits for ever. A lost
 * wake-up shows as a person that never finishes.
 */
@ExtendWith(Houses.class)
@Timeout(120)
final class StressContractTest {
  private static final String EXCLUSIVE = "io.anteroom.modes.locking.ModeCase#exclusive";
  private static final String PATIENT = "io.anteroom.modes.locking.ModeCase#patient";

  @ParameterizedTest
  @MethodSource(EXCLUSIVE)
  void noRoomIsEverSharedAndEverybodyIsServed(ModeCase mode) throws Exception {
    ThreadTracking crowd = new ThreadTracking(mode, Temper.PATIENT, 3);
    crowd.run();
    assertThat(crowd.served).hasValue(crowd.persons() * crowd.visits());
    crowd.assertOrder();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void interruptsAndGiveUpsLoseNoWakeUp(ModeCase mode) throws Exception {
    ThreadTracking crowd = new ThreadTracking(mode, Temper.MIXED, 3);
    crowd.run();
    assertThat(crowd.served.get() + crowd.givenUp.get() + crowd.interrupted.get())
        .isEqualTo(crowd.persons() * crowd.visits());
    assertThat(crowd.served.get()).isPositive();
    crowd.assertOrder();
  }

  @ParameterizedTest
  @MethodSource(PATIENT)
  void giveUpsLeaveTheOnlyRoomToBeHad(ModeCase mode) throws Exception {
    ThreadTracking crowd = new ThreadTracking(mode, Temper.IMPATIENT, 1);
    crowd.run();
    assertThat(crowd.served.get() + crowd.givenUp.get())
        .isEqualTo(crowd.persons() * crowd.visits());
    crowd.assertOrder();
  }

  /** How a crowd waits. */
  private enum Temper {
    /** For ever. */
    PATIENT,
    /** A third for ever, a third not for long, and a third is interrupted now and then. */
    MIXED,
    /** All not for long. */
    IMPATIENT
  }

  /** Persons that make visit after visit. */
  private static final class ThreadTracking {
    private final ModeCase mode;
    private final Temper temper;
    private final int rooms;
    private final House house;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    ThreadTracking(ModeCase mode, Temper temper, int rooms) {
      this.mode = mode;
      this.temper = temper;
      this.rooms = rooms;
      this.house = mode.house(rooms);
    }

    /** Spinning persons need a thread each, and time of the machine's few processors. */
    int persons() {
      return 20 * rooms / (mode.spins() ? 10 : 1);
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
      while (temper == Temper.MIXED && !over.get()) {
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
      boolean reads = mode.traits().reads(ScenarioKey.READERS) && random.nextBoolean();
      TestVisit visit = house.visit(person, reads, room -> stay(reads)).number(number);
      if (temper == Temper.IMPATIENT || (temper == Temper.MIXED && person % 3 == 1)) {
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
      assertThat(mostInside.get()).isBetween(1, rooms);
      house.assertAllRoomsCanBeHad();
    }
  }
}
