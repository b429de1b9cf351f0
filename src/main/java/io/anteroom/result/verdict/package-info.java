/**
 * How good a run is, worked out once from its result, for every report and exit code.
 *
 * <p>Uses {@code measure}, {@code result}, {@code result.metric}, {@code scenario}, {@code
 * statistics} and {@code theory}.
 */
@NullMarked
package io.anteroom.result.verdict;

import org.jspecify.annotations.NullMarked;
