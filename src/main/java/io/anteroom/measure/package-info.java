/**
 * What is recorded while a run goes on: waits, counters, fairness, occupancy.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.measure;

import org.jspecify.annotations.NullMarked;
