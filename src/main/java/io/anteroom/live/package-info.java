/**
 * A run while it goes on, as the lines of a terminal: pure functions of what is seen. It may depend
 * on {@code engine} and {@code report}.
 */
@NullMarked
package io.anteroom.live;

import org.jspecify.annotations.NullMarked;
