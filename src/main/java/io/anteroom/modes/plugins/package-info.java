/**
 * Plugins: locks, pools and activities of the user's own, found in folders or given by a program,
 * and put into one catalogue with those that Anteroom ships. Nothing that a plugin does is
 * believed.
 *
 * <p>Uses {@code modes}, {@code modes.activity}, {@code modes.locking}, {@code modes.spi} and
 * {@code scenario}.
 */
@NullMarked
package io.anteroom.modes.plugins;

import org.jspecify.annotations.NullMarked;
