package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.List;
import java.util.Set;

/**
 * {@code tryLock()} in a loop that yields. On JDK 25 it live-locks like a busy loop, on JDK 21 it
 * does not (JDK-8373118).
 */
final class TryYield {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "try-yield",
              "tryLock in a loop that yields",
              List.of(Line.SHARED, Line.PER_ROOM),
              Set.of(Trait.GIVES_UP, Trait.KEEPS_CARRIERS_BUSY),
              List.of(),
              new Discipline.Unmodelled("its waits are made of the scheduler's turns")),
          premises -> new Polling(premises, TryYield::pause));

  private TryYield() {}

  @SuppressWarnings("ThreadPriorityCheck") // what the scheduler makes of it is the experiment
  private static void pause(Visit visit, long attempt) {
    Thread.yield();
  }
}
