package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Facility;
import io.anteroom.scenario.Scenario.Locking;
import org.jspecify.annotations.Nullable;

/**
 * A named set of rooms with its own locking mode.
 *
 * @param name letters, digits, {@code _} and {@code -}
 * @param activity what a person does in a room of it
 * @param patience how long a person waits for a room of it before it gives up; null: for ever
 */
public record NamedPool(
    String name,
    Facility facility,
    Locking locking,
    ActivityTraits activity,
    @Nullable Distribution patience) {}
