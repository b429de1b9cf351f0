package io.anteroom.scenario.schedule;

import io.anteroom.scenario.BatchSize;

/** Persons who arrive in batches at the times of others. */
final class BatchTimes implements ArrivalTimes {
  private final ArrivalTimes times;
  private final BatchSize size;
  private final Draws draws;
  private long batches;
  private long atNanos;
  private int left;

  /**
   * @param times when the batches arrive
   * @param draws belong to this
   */
  BatchTimes(ArrivalTimes times, BatchSize size, Draws draws) {
    this.times = times;
    this.size = size;
    this.draws = draws;
  }

  @Override
  public long nextNanos() {
    if (left == 0) {
      atNanos = times.nextNanos();
      if (atNanos == NONE) {
        return NONE;
      }
      left = size.sample(draws.at(Purpose.BATCH, batches++, 0)::nextPositiveUnit);
    }
    left--;
    return atNanos;
  }
}
