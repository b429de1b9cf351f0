package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;

/**
 * The room's monitor, held during the visit. On JDK 21 to 23 it pins the carrier of whoever waits
 * for it or sleeps in it (JEP 491 ended that in JDK 24). A wait for a monitor can neither be
 * interrupted nor given up.
 */
final class SynchronizedRooms implements LockingMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "synchronized",
              "the room's monitor, held during the visit",
              List.of(Line.PER_ROOM),
              Set.of(Trait.WAITS_IN_MONITOR),
              List.of(),
              new Discipline.InLine(false)),
          SynchronizedRooms::new);

  private final RoomChoice choice;

  SynchronizedRooms(Premises premises) {
    this.choice = RoomChoice.of(premises);
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    Room room = choice.choose(visit);
    try {
      synchronized (room) {
        visit.stay(room);
      }
    } finally {
      choice.left(room);
    }
    return true;
  }
}
