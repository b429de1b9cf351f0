/**
 * Watches another JVM of the same user: attaches, records with our flight settings, sums up what
 * holds its carriers, and leaves.
 *
 * <p>Uses {@code measure.flight}, {@code modes.clock}, {@code result} and {@code result.metric}.
 */
@NullMarked
package io.anteroom.observe.watch;

import org.jspecify.annotations.NullMarked;
