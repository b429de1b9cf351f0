/**
 * The outcome of a run: the one thing that leaves the engine, and its serial form.
 *
 * <p>Uses {@code measure}, {@code scenario}, {@code statistics} and {@code theory}.
 */
@NullMarked
package io.anteroom.result;

import org.jspecify.annotations.NullMarked;
