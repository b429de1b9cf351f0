package io.anteroom.modes.locking;

import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import java.time.Duration;
import java.util.List;

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
              true,
              List.of("retry"),
              PAUSES),
          premises -> Polling.sleeping(premises, PAUSES));

  private TryPark() {}
}
