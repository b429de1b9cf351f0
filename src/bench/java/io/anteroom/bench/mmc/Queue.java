package io.anteroom.bench.mmc;

/**
 * An M/M/c queue that begins empty, and how many visits of it are simulated.
 *
 * @param meanGapNanos between two arrivals
 */
public record Queue(int rooms, double meanGapNanos, double meanHoldNanos, int visits) {}
