/**
 * Where the connections of a run come from: stubs that answer at once, or a database. When a server
 * that persons call is lost.
 *
 * <p>Uses {@code modes.clock}.
 */
@NullMarked
package io.anteroom.modes.connection;

import org.jspecify.annotations.NullMarked;
