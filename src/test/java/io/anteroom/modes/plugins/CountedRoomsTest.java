package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plugin that lets in too many, or lends a thing twice, is found out. */
class CountedRoomsTest {
  private final List<Room> two = rooms();

  private static List<Room> rooms() {
    ScenarioBuilder scenario = new ScenarioBuilder().locking("semaphore", Line.SHARED, 2);
    return Premises.of(scenario.build(), scenario.schedule(), new WallClock()).rooms();
  }

  @Test
  void oneMoreThanThereAreRoomsIsAViolationUntilSomebodyLeaves() {
    CountedRooms rooms = CountedRooms.all(two, false);
    Room one = rooms.take("permit");
    Room other = rooms.take("permit");
    Room more = rooms.take("permit");
    assertThat(List.of(one, other)).containsExactlyInAnyOrderElementsOf(two);
    assertThat(more.enter(false, 0)).as("violation").isTrue();
    rooms.giveBack(more, "permit");
    assertThat(rooms.take("permit")).as("nothing was given back").isSameAs(more);
    rooms.giveBack(one, "permit");
    assertThat(rooms.take("permit")).isSameAs(one);
  }

  @Test
  void aThingThatSomebodyHasIsNoRoomForAnother() {
    CountedRooms rooms = CountedRooms.all(two, true);
    String thing = new String("lent");
    Room one = rooms.take(thing);
    assertThat(rooms.take(thing)).as("lent twice").isNotIn(two);
    assertThat(rooms.take(new String("lent"))).as("another that equals it").isIn(two);
    rooms.giveBack(one, thing);
    assertThat(rooms.take(thing)).as("lent again").isSameAs(one);
  }

  @Test
  void aDoorwayOfItsOwnHasOneRoom() {
    CountedRooms rooms = CountedRooms.one(two.getFirst());
    assertThat(rooms.take("permit")).isSameAs(two.getFirst());
    assertThat(rooms.take("permit")).isNotIn(two);
    rooms.giveBack(two.getFirst(), "permit");
    assertThat(rooms.take("permit")).isSameAs(two.getFirst());
  }
}
