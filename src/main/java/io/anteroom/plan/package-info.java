/**
 * The smallest capacity, or the greatest load, that meets objectives: an exact formula decides
 * where there is one, simulated time where there is none. It may depend on {@code experiment} and
 * below.
 */
@NullMarked
package io.anteroom.plan;

import org.jspecify.annotations.NullMarked;
