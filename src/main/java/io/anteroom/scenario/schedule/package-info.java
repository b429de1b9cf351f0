/**
 * When persons arrive and how long they stay: every random quantity of a run, drawn from its seed.
 *
 * <p>Uses {@code scenario}.
 */
@NullMarked
package io.anteroom.scenario.schedule;

import org.jspecify.annotations.NullMarked;
