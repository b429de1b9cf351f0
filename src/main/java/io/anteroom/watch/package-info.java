/**
 * Watches another JVM of the same user: attaches, records with our flight settings, sums up what
 * holds its carriers, and leaves. It may depend on {@code jfr}, {@code clock}, {@code expectation}
 * and {@code result}.
 */
@NullMarked
package io.anteroom.watch;

import org.jspecify.annotations.NullMarked;
