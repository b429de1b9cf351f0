package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.Premises;
import io.anteroom.modes.locking.Room;
import io.anteroom.modes.locking.RoomChoice;
import io.anteroom.modes.plugins.PluginMode.Entrance;
import io.anteroom.modes.pools.OneVisit;
import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.scenario.Choice;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a visit takes it gives back, whatever the plugin or the person does. */
class PluginModeTest {
  private static final int ROOMS = 2;
  private static final PluginCalls FAILURES =
      new PluginCalls("own", "own.jar", Fault.FAILED, PluginModeTest.class.getClassLoader());

  /** Lets everybody in, or nobody; counts who is inside. */
  private static final class OpenDoor implements Doorway {
    private final AtomicInteger inside = new AtomicInteger();
    private boolean opens = true;
    private String broken = "";

    private void requireSound(String call) {
      if (broken.equals(call)) {
        throw new IllegalStateException("broken");
      }
    }

    @Override
    public @Nullable Object enter(long patienceNanos) {
      requireSound("enter");
      if (!opens) {
        return null;
      }
      inside.incrementAndGet();
      return this;
    }

    @Override
    public void leave(Object brought) {
      inside.decrementAndGet();
      requireSound("leave");
    }

    @Override
    public void close() {}
  }

  private final Premises premises = premises();
  private final List<Room> rooms = premises.rooms();
  private final OpenDoor door = new OpenDoor();
  private final PluginMode mode = shared(ROOMS, false);

  private static Premises premises() {
    ScenarioBuilder scenario =
        new ScenarioBuilder().locking("reentrant", Line.PER_ROOM, ROOMS).choice(Choice.SHORTEST);
    return Premises.of(scenario.build(), scenario.schedule(), new WallClock());
  }

  private PluginMode shared(int roomsThere, boolean busy) {
    Entrance entrance = new Entrance(door, CountedRooms.all(rooms, false));
    return new PluginMode(FAILURES, List.of(entrance), null, roomsThere, busy);
  }

  private void assertAllIsFree() throws InterruptedException {
    assertThat(door.inside).hasValue(0);
    mode.visit(
        new OneVisit(
            8,
            one ->
                mode.visit(
                    new OneVisit(
                        9,
                        other ->
                            assertThat(List.of(one, other))
                                .containsExactlyInAnyOrderElementsOf(rooms)))));
    assertThat(door.inside).hasValue(0);
  }

  @Test
  void theRoomIsGivenBackAndTheLockLeftHoweverAStayEnds() throws Exception {
    OneVisit visit = new OneVisit(0, room -> assertThat(door.inside).hasValue(1));
    assertThat(mode.visit(visit)).isTrue();
    assertThat(visit.refusals()).hasValue(0);
    assertAllIsFree();
    OneVisit interrupted =
        new OneVisit(
            1,
            room -> {
              throw new InterruptedException();
            });
    assertThatThrownBy(() -> mode.visit(interrupted)).isInstanceOf(InterruptedException.class);
    assertAllIsFree();
  }

  @Test
  void whoIsNotLetInIsToldAndLeavesNothing() throws Exception {
    door.opens = false;
    List<Room> entered = new ArrayList<>();
    OneVisit visit = new OneVisit(0, -1, entered::add);
    assertThat(mode.visit(visit)).isFalse();
    assertThat(visit.refusals()).hasValue(1);
    assertThat(entered).isEmpty();
    door.opens = true;
    assertAllIsFree();
  }

  @Test
  void whatEnteringOrLeavingThrowsIsTold() throws Exception {
    for (String call : List.of("enter", "leave")) {
      door.broken = call;
      assertThatThrownBy(() -> mode.visit(new OneVisit(0, room -> {})))
          .isInstanceOf(PluginException.class)
          .hasMessageContaining(call + " threw");
      door.broken = "";
      assertAllIsFree();
    }
  }

  @Test
  void nothingIsThePluginsFaultOnceItIsClosed() {
    mode.close();
    door.broken = "enter";
    assertThatThrownBy(() -> mode.visit(new OneVisit(0, room -> {})))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void whoLeavesItsRoomIsNoLongerInItsLine() throws Exception {
    List<Entrance> entrances =
        rooms.stream().map(room -> new Entrance(door, CountedRooms.one(room))).toList();
    PluginMode each = new PluginMode(FAILURES, entrances, RoomChoice.of(premises), 1, true);
    List<Room> had = new ArrayList<>();
    for (int person = 0; person < 3; person++) {
      assertThat(each.visit(new OneVisit(person, had::add))).isTrue();
    }
    assertThat(had).as("nobody else is there").containsOnly(rooms.getFirst());
    each.visit(new OneVisit(3, one -> each.visit(new OneVisit(4, had::add))));
    assertThat(had.getLast()).isSameAs(rooms.getLast());
    door.opens = false;
    assertThat(each.visit(new OneVisit(5, -1, had::add))).isFalse();
    assertThat(had).hasSize(4);
    door.opens = true;
    assertThat(each.countRooms()).hasValue(ROOMS);
  }

  /** A door that is open to all lets in one more, if one more tries. */
  @Test
  void whereWaitingIsBusyNobodyTriesInVain() throws Exception {
    assertThat(shared(ROOMS, true).countRooms()).hasValue(ROOMS);
  }

  @Test
  void moreRoomsThanAreCountedHaveNoCount() throws Exception {
    assertThat(shared(10_001, true).countRooms()).isEmpty();
  }
}
