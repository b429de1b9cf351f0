/**
 * Rooms, and the ways in which a person gets one: one class a locking mode, listed in one
 * catalogue.
 *
 * <p>Uses {@code modes.clock}, {@code scenario} and {@code scenario.schedule}.
 */
@NullMarked
package io.anteroom.modes.locking;

import org.jspecify.annotations.NullMarked;
