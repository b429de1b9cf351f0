/**
 * Runs a scenario on virtual threads, in real time.
 *
 * <p>Uses {@code measure}, {@code measure.flight}, {@code measure.threads}, {@code modes}, {@code
 * modes.activity}, {@code modes.clock}, {@code modes.locking}, {@code result}, {@code
 * result.store}, {@code scenario} and {@code scenario.schedule}.
 */
@NullMarked
package io.anteroom.run.engine;

import org.jspecify.annotations.NullMarked;
