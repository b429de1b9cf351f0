package io.anteroom.study.fit;

import io.anteroom.statistics.family.Interval;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data say of arrivals.
 *
 * @param perSecond over the whole time; null: there are no times
 * @param persons of a closed loop; 0: it is none
 * @param thinkNanos a mean pause of those persons
 * @param blockNanos how long each block of the rate's course is
 * @param counts arrivals in each block
 * @param interval that holds the rate with 95%; null: arrivals are not independent at one rate
 */
@Json
public record ArrivalFit(
    ArrivalKind kind,
    @Nullable Double perSecond,
    long persons,
    long thinkNanos,
    long blockNanos,
    List<Long> counts,
    @Nullable Interval interval) {
  public ArrivalFit {
    counts = List.copyOf(counts);
  }

  /**
   * Whether the first and the last of so many blocks are left out. Where a coarse clock gives the
   * blocks, the data begin and end somewhere in these two.
   */
  public static boolean leavesOutEnds(boolean coarseClock, int blocks) {
    return coarseClock && blocks > 2;
  }
}
