package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.ScenarioKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code tryLock()} in a loop that parks between attempts: 1 ms, or as {@code retry} says. */
final class TryPark {
  private static final Discipline.Polling PAUSES =
      new Discipline.Polling(Duration.ofMillis(1), 0, false);

  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "try-park",
              "tryLock in a loop that parks for 1 ms, or as retry says",
              List.of(Line.SHARED, Line.PER_ROOM),
              Set.of(Trait.GIVES_UP),
              List.of(ScenarioKey.RETRY),
              PAUSES),
          premises -> Polling.sleeping(premises, PAUSES));

  private TryPark() {}
}
