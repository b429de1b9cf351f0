/**
 * Estimates with their intervals, and moments of samples.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.statistics;

import org.jspecify.annotations.NullMarked;
