/**
 * What a lock, a pool or an activity of the user's own implements, so that Anteroom runs with it:
 * see {@code src/docs/plugins.md}. These types are part of Anteroom's API, and all of Anteroom that
 * a plugin can see.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.modes.spi;

import org.jspecify.annotations.NullMarked;
