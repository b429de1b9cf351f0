/**
 * What is recorded while a run goes on: waits, counters, fairness, occupancy. It may depend on
 * {@code clock}.
 */
@NullMarked
package io.anteroom.measure;

import org.jspecify.annotations.NullMarked;
