/**
 * The smallest capacity, or the greatest load, that meets objectives: theory brackets it, simulated
 * time decides. It may depend on {@code experiment} and below.
 */
@NullMarked
package io.anteroom.plan;

import org.jspecify.annotations.NullMarked;
