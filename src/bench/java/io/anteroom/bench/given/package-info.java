/** What several benchmarks are given: scenarios. It may depend on all of Anteroom. */
@NullMarked
package io.anteroom.bench.given;

import org.jspecify.annotations.NullMarked;
