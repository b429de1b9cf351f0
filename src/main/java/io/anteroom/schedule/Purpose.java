package io.anteroom.schedule;

/**
 * What a random draw is for. Each purpose has streams of its own, so that drawing for one never
 * moves another. The order is part of the schedule: new purposes go to the end.
 */
enum Purpose {
  ARRIVAL,
  HOLD,
  THINK,
  PATIENCE,
  CHOICE,
  READER,
  RETRY
}
