package io.anteroom.modes.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import io.anteroom.scenario.schedule.Schedule;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
final class RoomChoiceTest {
  private static final int ROOMS = 3;

  @Test
  void stickyPersonsAlwaysGoToTheSameRoom() {
    RoomChoice choice = choice(Choice.STICKY);
    for (int number = 0; number < 3; number++) {
      assertThat(choose(choice, 0, number)).isEqualTo(0);
      assertThat(choose(choice, 5, number)).isEqualTo(2);
      assertThat(choose(choice, Integer.MAX_VALUE, number)).isEqualTo(Integer.MAX_VALUE % ROOMS);
    }
  }

  @Test
  void roundRobinSendsEachVisitToTheNextRoom() {
    RoomChoice choice = choice(Choice.ROUND_ROBIN);
    assertThat(IntStream.range(0, 7).map(visit -> choose(choice, 4, visit)))
        .containsExactly(0, 1, 2, 0, 1, 2, 0);
  }

  @Test
  void randomRoomsAreThoseOfTheSchedule() {
    RoomChoice choice = choice(Choice.RANDOM);
    Schedule schedule = scenario(Choice.RANDOM).schedule();
    List<Integer> chosen =
        IntStream.range(0, 100).mapToObj(visit -> choose(choice, 4, visit)).toList();
    assertThat(chosen)
        .isEqualTo(
            IntStream.range(0, 100)
                .mapToObj(visit -> schedule.randomRoom(schedule.newDraws(), 4, visit))
                .toList())
        .contains(0, 1, 2);
  }

  @Test
  void theShortestLineIsTheOneWithTheFewestPersons() {
    RoomChoice choice = choice(Choice.SHORTEST);
    List<Room> rooms = IntStream.range(0, ROOMS).mapToObj(Room::new).toList();
    assertThat(IntStream.range(0, 5).map(visit -> choose(choice, visit, 0)))
        .containsExactly(0, 1, 2, 0, 1);
    choice.left(rooms.get(1));
    choice.left(rooms.get(1));
    assertThat(IntStream.range(0, 4).map(visit -> choose(choice, visit, 0)))
        .as("present: 2, 0, 1")
        .containsExactly(1, 1, 2, 0);
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void theVisitIsToldWhichRoomItWaitsFor(Choice which) {
    RoomChoice choice = choice(which);
    TestVisit visit = visit(4, 0);
    Room chosen = choice.choose(visit);
    assertThat(visit.roomsWaitedFor()).containsExactly(chosen);
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.modes.locking.ModeCase#perRoom")
  void everyModeTellsTheShortestLineWhoHasLeft(ModeCase mode) throws Exception {
    House house = new House(mode, mode.scenario(2).choice(Choice.SHORTEST));
    for (int turn = 0; turn < 2; turn++) {
      assertThat(roomOf(house)).as("nobody is there").isZero();
      assertThatThrownBy(() -> house.locking().visit(house.visit(0, room -> fail())))
          .isInstanceOf(IllegalStateException.class);
    }
    CountDownLatch leave = new CountDownLatch(1);
    Person first = house.startOccupant(leave);
    for (int turn = 0; turn < 2; turn++) {
      assertThat(roomOf(house)).as("somebody is in the first room").isEqualTo(1);
    }
    Person second = house.startOccupant(leave);
    if (mode.traits().has(ModeTraits.Trait.GIVES_UP) && mode.excludes()) {
      TestVisit refused = house.visit(0, room -> {}).patience(0);
      assertThat(house.locking().visit(refused)).isFalse();
    }
    leave.countDown();
    assertThat(first.hadRoom() && second.hadRoom()).isTrue();
    assertThat(roomOf(house)).as("all are gone").isZero();
    house.assertAllRoomsCanBeHad();
  }

  private static void fail() {
    throw new IllegalStateException("test");
  }

  private static int roomOf(House house) throws InterruptedException {
    TestVisit visit = house.visit(0, room -> {});
    boolean unused = house.locking().visit(visit);
    return visit.roomsWaitedFor().getFirst().index();
  }

  private static int choose(RoomChoice choice, int person, long number) {
    return choice.choose(visit(person, number)).index();
  }

  private static TestVisit visit(int person, long number) {
    Schedule schedule = new ScenarioBuilder().schedule();
    return new TestVisit(person, schedule.newDraws(), room -> {}).number(number);
  }

  private static RoomChoice choice(Choice choice) {
    ScenarioBuilder scenario = scenario(choice);
    return RoomChoice.of(Premises.of(scenario.build(), scenario.schedule(), new WallClock()));
  }

  private static ScenarioBuilder scenario(Choice choice) {
    return new ScenarioBuilder().locking("reentrant", Line.PER_ROOM, ROOMS).choice(choice);
  }
}
