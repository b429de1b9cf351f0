package io.anteroom.locking;

import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.schedule.Schedule;
import java.util.List;

/**
 * {@code tryLock()} in a loop that backs off: a pause drawn uniformly from 0 to a bound that begins
 * at 1 ms and doubles with each attempt up to 64 ms ("full jitter"), or as {@code retry} says.
 */
final class TryBackoff {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "try-backoff",
              "tryLock in a loop that backs off with jitter, or as retry says",
              List.of(Line.SHARED, Line.PER_ROOM),
              true,
              List.of("retry")),
          TryBackoff::create);

  private static final long BASE_NANOS = 1_000_000;
  private static final int MOST_DOUBLINGS = 6;

  private TryBackoff() {}

  private static Polling create(Premises premises) {
    Schedule schedule = premises.schedule();
    return Polling.sleeping(
        premises,
        (visit, attempt) ->
            schedule.jitterNanos(
                visit.draws(), visit.person(), visit.number(), attempt, boundNanos(attempt)));
  }

  private static long boundNanos(long attempt) {
    return BASE_NANOS << Math.min(attempt - 1, MOST_DOUBLINGS);
  }
}
