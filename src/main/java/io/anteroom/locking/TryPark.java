package io.anteroom.locking;

import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import java.util.List;

/** {@code tryLock()} in a loop that parks between attempts: 1 ms, or as {@code retry} says. */
final class TryPark {
  private static final long PAUSE_NANOS = 1_000_000;

  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "try-park",
              "tryLock in a loop that parks for 1 ms, or as retry says",
              List.of(Line.SHARED, Line.PER_ROOM),
              true,
              List.of("retry")),
          premises -> Polling.sleeping(premises, (visit, attempt) -> PAUSE_NANOS));

  private TryPark() {}
}
