/**
 * Time as the engine sees it: reading it and pausing, behind one interface.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.modes.clock;

import org.jspecify.annotations.NullMarked;
