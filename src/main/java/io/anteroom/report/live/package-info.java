/**
 * A run while it goes on, as the lines of a terminal: pure functions of what is seen.
 *
 * <p>Uses {@code measure.flight}, {@code report}, {@code result}, {@code run.engine} and {@code
 * scenario}.
 */
@NullMarked
package io.anteroom.report.live;

import org.jspecify.annotations.NullMarked;
