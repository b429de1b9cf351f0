/**
 * Several runs taken together: replications, and what they let one be sure of.
 *
 * <p>Uses {@code measure}, {@code result}, {@code result.metric}, {@code result.store}, {@code
 * result.verdict}, {@code run.simulate}, {@code scenario}, {@code scenario.schedule} and {@code
 * statistics}.
 */
@NullMarked
package io.anteroom.study.replication;

import org.jspecify.annotations.NullMarked;
