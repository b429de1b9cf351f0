package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A library that lends the same thing twice, or too much, is found out. */
final class LentRoomsTest {
  private final LentRooms rooms = rooms(2);

  private static LentRooms rooms(int count) {
    ScenarioBuilder scenario = new ScenarioBuilder().locking("semaphore", Line.SHARED, count);
    return new LentRooms(
        Premises.of(scenario.build(), scenario.schedule(), new WallClock()).rooms());
  }

  @Test
  void differentThingsAreInDifferentRooms() {
    Room one = rooms.take("one");
    Room other = rooms.take("other");
    assertThat(one).isNotSameAs(other);
    rooms.giveBack("one", one);
    assertThat(rooms.take("third")).isSameAs(one);
  }

  @Test
  void whoIsLentWhatSomebodyElseHasComesIntoTheSameRoom() {
    Room room = rooms.take("one");
    assertThat(room.enter(false, 0)).isFalse();
    Room same = rooms.take("one");
    assertThat(same.enter(false, 0)).as("violation").isTrue();
    rooms.giveBack("one", room);
    rooms.giveBack("one", same);
    Room first = rooms.take("two");
    Room second = rooms.take("three");
    assertThat(first).as("no room was given back twice").isNotSameAs(second);
    assertThat(second.enter(false, 0)).as("every room was given back").isFalse();
  }

  @Test
  void whoIsLentMoreThanThereIsIsAViolationThoughNobodyHasEnteredYet() {
    Room one = rooms.take("one");
    Room two = rooms.take("two");
    Room more = rooms.take("three");
    assertThat(more.enter(false, 0)).as("violation").isTrue();
    assertThat(more).isNotIn(one, two);
  }

  @Test
  void aPermitMoreThanThereAreRoomsIsAViolation() throws Exception {
    ScenarioBuilder scenario = new ScenarioBuilder().locking("semaphore", Line.SHARED, 1);
    Premises premises = Premises.of(scenario.build(), scenario.schedule(), new WallClock());
    List<Boolean> violations = new ArrayList<>();
    try (LentPermits permits = new LentPermits(premises, () -> stayed -> {})) {
      OneVisit second = new OneVisit(1, room -> violations.add(room.enter(false, 0)));
      OneVisit first = new OneVisit(0, room -> assertThat(permits.visit(second)).isTrue());
      assertThat(permits.visit(first)).isTrue();
      OneVisit third = new OneVisit(2, room -> violations.add(room.enter(false, 0)));
      assertThat(permits.visit(third)).isTrue();
    }
    assertThat(violations).as("the second, the third").containsExactly(true, false);
  }

  @Test
  void aPermitIsGivenBackAndSaysWhetherTheVisitStayed() throws Exception {
    List<Boolean> stays = new ArrayList<>();
    LentPermits permits = permits(new ScenarioBuilder(), () -> stays::add);
    assertThat(permits.visit(new OneVisit(0, room -> {}))).isTrue();
    OneVisit broken =
        new OneVisit(
            1,
            room -> {
              throw new InterruptedException();
            });
    assertThatThrownBy(() -> permits.visit(broken)).isInstanceOf(InterruptedException.class);
    assertThat(stays).containsExactly(true, false);
  }

  @Test
  void onlyWhoHasNoPatienceAsksAgainWhenTheLibraryLendsNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    LentPermits.Lender second = () -> asked.incrementAndGet() % 2 == 0 ? stayed -> {} : null;
    OneVisit visit = new OneVisit(0, room -> {});
    assertThat(permits(new ScenarioBuilder(), second).visit(visit)).isTrue();
    assertThat(asked).hasValue(2);
    Distribution patience = new Distribution.Fixed(Duration.ofSeconds(1));
    assertThat(permits(new ScenarioBuilder().patience(patience), second).visit(visit)).isFalse();
    assertThat(asked).hasValue(3);
  }

  private static LentPermits permits(ScenarioBuilder scenario, LentPermits.Lender lender) {
    scenario.locking("semaphore", Line.SHARED, 1);
    return new LentPermits(
        Premises.of(scenario.build(), scenario.schedule(), new WallClock()), lender);
  }

  @Test
  void whoIsLentMoreThanThereIsComesIntoAnOccupiedRoom() {
    for (String thing : new String[] {"one", "two"}) {
      assertThat(rooms.take(thing).enter(false, 0)).isFalse();
    }
    Room occupied = rooms.take("three");
    assertThat(occupied.enter(false, 0)).as("violation").isTrue();
    rooms.giveBack("three", occupied);
    assertThat(rooms.take("four")).as("still none free").isSameAs(occupied);
  }

  @Test
  void whatIsNoLongerLentIsForgottenAndWhatIsLentIsNot() {
    Room kept = rooms.take("kept");
    for (int thing = 0; thing < 1_000; thing++) {
      rooms.giveBack(thing, rooms.take(thing));
    }
    assertThat(rooms.things()).isBetween(1, 9);
    assertThat(rooms.take("kept")).as("lent twice").isSameAs(kept);
  }
}
