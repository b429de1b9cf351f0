/**
 * The small parts that every visit passes through, each measured alone by JMH next to the least
 * that could do the same. They may depend on all of Anteroom, but not on the other benchmarks.
 */
@NullMarked
package io.anteroom.bench.micro;

import org.jspecify.annotations.NullMarked;
