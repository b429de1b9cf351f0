package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every mode promises that calls itself fair: first come, first served. */
@ExtendWith(Houses.class)
@Timeout(60)
final class FairnessContractTest {
  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#fair")
  void personsAreServedInTheOrderInWhichTheyCame(ModeCase mode) throws Exception {
    House house = mode.house(1);
    CountDownLatch leave = new CountDownLatch(1);
    Person occupant = house.startOccupant(leave);
    List<Integer> served = new ArrayList<>();
    List<Person> persons = new ArrayList<>();
    for (int person = 1; person <= 8; person++) {
      int number = person;
      persons.add(house.start(house.visit(person, room -> served.add(number))).awaitWaiting());
    }
    leave.countDown();
    assertThat(occupant.hadRoom()).isTrue();
    for (Person person : persons) {
      assertThat(person.hadRoom()).isTrue();
    }
    assertThat(served).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#fair")
  void noNewcomerOvertakesWhoWaits(ModeCase mode) throws Exception {
    for (int round = 0; round < 200; round++) {
      House house = mode.house(1);
      CountDownLatch leave = new CountDownLatch(1);
      Person occupant = house.startOccupant(leave);
      AtomicBoolean served = new AtomicBoolean();
      AtomicInteger overtakings = new AtomicInteger();
      Person waiting = house.start(house.visit(1, room -> served.set(true))).awaitWaiting();
      List<Thread> newcomers =
          IntStream.range(0, 2)
              .mapToObj(newcomer -> startComingAndGoing(house, served, overtakings))
              .toList();
      leave.countDown();
      assertThat(waiting.hadRoom()).isTrue();
      assertThat(occupant.hadRoom()).isTrue();
      for (Thread newcomer : newcomers) {
        assertThat(newcomer.join(Duration.ofSeconds(Await.LIMIT_SECONDS))).isTrue();
      }
      assertThat(overtakings).hasValue(0);
    }
  }

  /** Somebody who looks in again and again, without patience, until the waiting one is served. */
  private static Thread startComingAndGoing(
      House house, AtomicBoolean served, AtomicInteger overtakings) {
    TestVisit.Stay stay =
        room -> {
          if (!served.get()) {
            overtakings.incrementAndGet();
          }
        };
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                while (!served.get()) {
                  boolean unused = house.locking().visit(house.visit(0, stay).patience(0));
                }
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
  }
}
