package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import io.anteroom.scenario.ScenarioKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * {@code tryLock()} in a loop that backs off: a pause drawn uniformly from 0 to a bound that begins
 * at 1 ms and doubles with each attempt up to 64 ms ("full jitter"), or as {@code retry} says.
 */
final class TryBackoff {
  private static final Discipline.Polling PAUSES =
      new Discipline.Polling(Duration.ofMillis(1), 6, true);

  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "try-backoff",
              "tryLock in a loop that backs off, or as retry says",
              List.of(Line.SHARED, Line.PER_ROOM),
              Set.of(Trait.GIVES_UP),
              List.of(ScenarioKey.RETRY),
              PAUSES),
          premises -> Polling.sleeping(premises, PAUSES));

  private TryBackoff() {}
}
