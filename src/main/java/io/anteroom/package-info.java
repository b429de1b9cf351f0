/**
 * Anteroom as a library: {@link io.anteroom.Anteroom} runs, simulates and plans what the commands
 * of that name do.
 *
 * <p>The packages of Anteroom's API are this one, {@code io.anteroom.modes.spi} (a lock, a pool or
 * an activity of the user's own) and {@code io.anteroom.observe.junit} (tests that fail when
 * virtual threads hold their carriers). {@code io.anteroom.scenario.Scenario} is part of it as a
 * thing to hand on; what it is made of may change. All other packages may change at any time.
 *
 * <p>Uses {@code modes.activity}, {@code modes.clock}, {@code modes.plugins}, {@code modes.spi},
 * {@code report}, {@code result}, {@code result.metric}, {@code result.store}, {@code
 * result.verdict}, {@code run.engine}, {@code scenario}, {@code study.plan} and {@code
 * study.replication}.
 */
@NullMarked
package io.anteroom;

import org.jspecify.annotations.NullMarked;
