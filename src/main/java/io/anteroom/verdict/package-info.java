/**
 * How good a run is, worked out once from its result, for every report and exit code. It may depend
 * on {@code experiment} and below.
 */
@NullMarked
package io.anteroom.verdict;

import org.jspecify.annotations.NullMarked;
