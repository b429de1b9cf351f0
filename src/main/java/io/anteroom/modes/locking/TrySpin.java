package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;

/**
 * {@code tryLock()} in a busy loop. It live-locks as soon as the spinning persons are as many as
 * the carriers: virtual threads are not time-sliced, so whoever has the room gets no carrier to
 * leave.
 */
final class TrySpin {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "try-spin",
              "tryLock in a busy loop",
              List.of(Line.SHARED, Line.PER_ROOM),
              Set.of(Trait.GIVES_UP, Trait.KEEPS_CARRIERS_BUSY),
              List.of(),
              new Discipline.Unmodelled("its waits are made of processor time")),
          premises -> new Polling(premises, (visit, attempt) -> Thread.onSpinWait()));

  private TrySpin() {}
}
