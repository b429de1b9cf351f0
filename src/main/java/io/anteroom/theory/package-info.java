/**
 * What queueing theory predicts of a scenario: closed formulas, each with its source and the
 * assumptions under which it holds.
 *
 * <p>The formulas know no unit: rates and times are in any one unit of time that the caller
 * chooses. Only {@link io.anteroom.theory.Theory} and what it returns know nanoseconds.
 *
 * <p>Uses {@code scenario}.
 */
@NullMarked
package io.anteroom.theory;

import org.jspecify.annotations.NullMarked;
