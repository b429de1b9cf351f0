/**
 * Watches another JVM of the same user: attaches, records with our flight settings, sums up what
 * holds its carriers, and leaves.
 *
 * <p>Uses {@code measure.flight}, {@code measure.threads}, {@code modes.clock}, {@code result},
 * {@code result.metric}, {@code result.store} and {@code scenario}.
 */
@NullMarked
package io.anteroom.observe.watch;

import org.jspecify.annotations.NullMarked;
