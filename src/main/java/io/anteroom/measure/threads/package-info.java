/**
 * What the threads of a JVM do now, as its thread dumps tell: who is on which carrier, and who
 * waits where. Flight recordings tell of what has ended; a hang never does.
 *
 * <p>Uses {@code measure.flight}.
 */
@NullMarked
package io.anteroom.measure.threads;

import org.jspecify.annotations.NullMarked;
