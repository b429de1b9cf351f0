/**
 * When persons arrive and how long they stay: every random quantity of a run, drawn from its seed.
 * It may depend on {@code clock} and {@code scenario}.
 */
@NullMarked
package io.anteroom.schedule;

import org.jspecify.annotations.NullMarked;
