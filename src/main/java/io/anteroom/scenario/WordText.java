package io.anteroom.scenario;

import java.util.function.Function;

/**
 * How a distribution or an arrival process of a catalogue is written.
 *
 * @param word before the colon
 * @param pattern a regular expression for what follows it
 * @param example that is allowed
 * @param reading reads a setting with what follows the colon; throws an {@link
 *     IllegalArgumentException} that says what is allowed
 */
record WordText<T>(String word, String pattern, String example, Function<Setting, T> reading) {}
