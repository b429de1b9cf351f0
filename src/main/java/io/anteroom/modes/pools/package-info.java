/**
 * Pools and limiters of libraries as locking modes: one class a library, listed in one catalogue. A
 * library's classes are loaded when a run names its mode, and not before.
 *
 * <p>Uses {@code modes.connection}, {@code modes.locking}, {@code scenario}.
 */
@NullMarked
package io.anteroom.modes.pools;

import org.jspecify.annotations.NullMarked;
