/**
 * What persons do while they hold a room: one class an activity, listed in one catalogue.
 *
 * <p>Uses {@code modes.clock}, {@code modes.connection}, {@code modes.locking} and {@code
 * scenario}.
 */
@NullMarked
package io.anteroom.modes.activity;

import org.jspecify.annotations.NullMarked;
