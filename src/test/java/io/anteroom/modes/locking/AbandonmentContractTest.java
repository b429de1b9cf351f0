package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every mode promises in which persons give up: nothing is lost by it. */
@ExtendWith(Houses.class)
@Timeout(120)
final class AbandonmentContractTest {
  private static final int PERSONS = 10_000;
  private static final int SPINNERS = 100;

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#patient")
  void tenThousandWhoGiveUpLeaveEveryRoomToBeHad(ModeCase mode) throws Exception {
    long patience = mode.patience(TimeUnit.MILLISECONDS.toNanos(1));
    House house = mode.house(2, patience);
    CountDownLatch leave = new CountDownLatch(1);
    List<Person> occupants =
        List.of(house.startOccupant(0, false, leave), house.startOccupant(1, false, leave));
    List<Person> persons = new ArrayList<>();
    for (int person = 0; person < (mode.keepsCarrier() ? SPINNERS : PERSONS); person++) {
      persons.add(house.start(house.visit(person, room -> {}).patience(patience)));
    }
    for (Person person : persons) {
      assertThat(person.hadRoom()).isFalse();
    }
    leave.countDown();
    for (Person occupant : occupants) {
      assertThat(occupant.hadRoom()).isTrue();
    }
    house.assertAllRoomsCanBeHad();
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#patient")
  void roomsThatFallFreeWhilePersonsGiveUpAreNotLost(ModeCase mode) throws Exception {
    long patience = mode.patience(TimeUnit.MILLISECONDS.toNanos(5));
    House house = mode.house(2, patience);
    List<Person> persons = new ArrayList<>();
    for (int person = 0; person < (mode.keepsCarrier() ? SPINNERS : PERSONS / 10); person++) {
      TestVisit visit = house.visit(person, room -> Thread.sleep(0, (int) patience / 500));
      persons.add(house.start(visit.patience(patience)));
    }
    int served = 0;
    for (Person person : persons) {
      served += person.hadRoom() ? 1 : 0;
    }
    assertThat(served).isPositive();
    assertThat(house.violations()).isZero();
    house.assertAllRoomsCanBeHad();
  }
}
