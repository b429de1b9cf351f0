package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;

/** No lock at all: rooms are entered at will, and violations are counted, not prevented. */
final class NoLock implements LockingMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "none",
              "nothing: rooms are entered at will",
              List.of(Line.PER_ROOM),
              Set.of(Trait.GIVES_UP),
              List.of(),
              new Discipline.AtWill()),
          NoLock::new);

  private final RoomChoice choice;

  NoLock(Premises premises) {
    this.choice = RoomChoice.of(premises);
  }

  @Override
  public boolean visit(Visit visit) throws InterruptedException {
    Room room = choice.choose(visit);
    try {
      visit.stay(room);
    } finally {
      choice.left(room);
    }
    return true;
  }

  @Override
  public boolean excludes() {
    return false;
  }
}
