/**
 * The catalogue of locking modes, those of the JDK and those of libraries.
 *
 * <p>Uses {@code modes.locking}, {@code modes.pools} and {@code scenario}.
 */
@NullMarked
package io.anteroom.modes;

import org.jspecify.annotations.NullMarked;
