/**
 * Runs a scenario on virtual threads, in real time.
 *
 * <<<<<<< HEAD
 * <p>Uses {@code measure}, {@code measure.flight}, {@code measure.threads}, {@code modes}, {@code
 * modes.activity}, {@code modes.clock}, {@code modes.locking}, {@code result}, {@code
 * =======
 * <p>Uses {@code measure}, {@code measure.flight}, {@code modes}, {@code modes.activity}, {@code
 * modes.clock}, {@code modes.connection}, {@code modes.locking}, {@code result}, {@code
 * >>>>>>> cc02b0c (Activity jdbc: persons call a database from their rooms)
 * result.store}, {@code scenario} and {@code scenario.schedule}.
 */
@NullMarked
package io.anteroom.run.engine;

import org.jspecify.annotations.NullMarked;
