package io.anteroom.run.engine;

/**
 * How far a run has come.
 *
 * @param elapsedNanos since the start of the run
 * @param visits visits or arrivals to expect in all; -1 where only the duration is known
 * @param done visits that are over
 * @param occupied rooms occupied
 * @param rooms that are open
 * @param completedPerSecond over the last second
 * @param lastSecond the waits measured in the last second
 * @param overall the waits measured so far
 * @param secondsLeft an estimate; -1: unknown
 */
public record Progress(
    long elapsedNanos,
    long visits,
    long done,
    long waiting,
    long occupied,
    int rooms,
    double completedPerSecond,
    Waits lastSecond,
    Waits overall,
    double secondsLeft) {}
