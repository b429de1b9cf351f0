/**
 * Runs scenarios in simulated time: a calculation that meets the same schedule and gives the same
 * kind of result as the engine does in real time, some thousand times faster.
 */
@NullMarked
package io.anteroom.simulate;

import org.jspecify.annotations.NullMarked;
