/**
 * Rooms, and the ways in which a person gets one: one class a locking mode of the JDK, listed in
 * one catalogue.
 *
 * <p>Uses {@code modes.clock}, {@code modes.connection}, {@code scenario} and {@code
 * scenario.schedule}.
 */
@NullMarked
package io.anteroom.modes.locking;

import org.jspecify.annotations.NullMarked;
