/**
 * Runs scenarios in simulated time: a calculation that meets the same schedule and gives the same
 * kind of result as the engine does in real time, some thousand times faster.
 *
 * <p>Uses {@code measure}, {@code result}, {@code scenario} and {@code scenario.schedule}.
 */
@NullMarked
package io.anteroom.run.simulate;

import org.jspecify.annotations.NullMarked;
