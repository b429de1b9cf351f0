/**
 * Benchmarks: programs that measure Anteroom against the least that could do the same work. They
 * may depend on everything, and nothing depends on them.
 */
@NullMarked
package io.anteroom.bench;

import org.jspecify.annotations.NullMarked;
