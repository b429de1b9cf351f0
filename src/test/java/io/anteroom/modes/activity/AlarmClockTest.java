package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.activity.Persons.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class AlarmClockTest {
  private static final long SEED = 20261123;

  @Test
  void nobodyIsWokenEarlyInWhateverOrderAlarmsAreSet() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (RoomActivity sleep = RoomActivities.sleep()) {
      List<Person> persons = new ArrayList<>();
      List<Long> holds = new ArrayList<>();
      for (int person = 0; person < 2_000; person++) {
        long holdNanos = random.nextLong(1, 50_000_000);
        holds.add(holdNanos);
        persons.add(Persons.enter(sleep, holdNanos));
      }
      for (int person = 0; person < persons.size(); person++) {
        assertThat(persons.get(person).stayNanos()).isGreaterThanOrEqualTo(holds.get(person));
      }
    }
  }

  @Test
  void aShortAlarmIsNotKeptWaitingByALongOne() throws Exception {
    try (RoomActivity sleep = RoomActivities.sleep()) {
      Person endless = Persons.enter(sleep, Persons.ENDLESS_NANOS);
      endless.awaitBlocked();
      assertThat(Persons.enter(sleep, 1_000_000).stayNanos()).isLessThan(Persons.ENDLESS_NANOS);
      endless.thread().interrupt();
    }
  }

  @Test
  void whoeverSleepsIsWokenWhenItIsClosedAndNobodySleepsAfterwards() throws Exception {
    RoomActivity sleep = RoomActivities.sleep();
    List<Person> persons = Persons.enter(sleep, 30, Persons.ENDLESS_NANOS);
    persons.getFirst().awaitBlocked();
    sleep.close();
    for (Person person : persons) {
      assertThatThrownBy(person::stayNanos).hasCauseInstanceOf(IOException.class);
    }
    Person late = Persons.enter(sleep, Persons.ENDLESS_NANOS);
    assertThatThrownBy(late::stayNanos).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aDurationBeyondAllTimeIsNoShortOne() throws Exception {
    try (RoomActivity sleep = RoomActivities.sleep()) {
      Person forEver = Persons.enter(sleep, Long.MAX_VALUE);
      assertThat(Persons.enter(sleep, TimeUnit.MILLISECONDS.toNanos(1)).stayNanos()).isPositive();
      forEver.awaitBlocked();
      forEver.thread().interrupt();
      assertThatThrownBy(forEver::stayNanos).hasCauseInstanceOf(InterruptedException.class);
    }
  }
}
