package io.anteroom.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A share of the persons with a name of its own.
 *
 * @param share of all persons, greater than 0
 * @param priority from 1 on; in a pool with {@code order: priority} the lowest number goes first
 * @param patience how long each of its waits may last, in place of the pool's; null: as in the pool
 */
public record PersonClass(
    String name, double share, int priority, @Nullable Distribution patience) {}
