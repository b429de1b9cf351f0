/**
 * The smallest capacity, or the greatest load, that meets objectives: an exact formula decides
 * where there is one, simulated time where there is none.
 *
 * <p>Uses {@code measure}, {@code result}, {@code result.metric}, {@code result.store}, {@code
 * run.simulate}, {@code scenario}, {@code statistics}, {@code study.replication} and {@code
 * theory}.
 */
@NullMarked
package io.anteroom.study.plan;

import org.jspecify.annotations.NullMarked;
