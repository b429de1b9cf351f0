package io.anteroom.result.metric;

/**
 * Words for a difference in a metric, such as {@code waits 5% longer at p99}.
 *
 * @param verb what one with another value does, before the amount
 * @param more after an amount by which the value is greater
 * @param less after an amount by which it is smaller
 * @param after what follows
 */
public record ChangeWords(String verb, String more, String less, String after) {}
