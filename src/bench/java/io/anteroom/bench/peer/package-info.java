/**
 * Other programs at the work of our engine: persons who make visits to rooms. Each is a process of
 * its own that prints what a round cost. They may depend on all of Anteroom, but not on the other
 * benchmarks.
 */
@NullMarked
package io.anteroom.bench.peer;

import org.jspecify.annotations.NullMarked;
