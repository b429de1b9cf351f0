package io.anteroom.scenario;

/**
 * A scenario that Anteroom ships.
 *
 * @param name what it is called
 * @param description one line on what it shows
 */
public record ShippedScenario(String name, String description) {}
