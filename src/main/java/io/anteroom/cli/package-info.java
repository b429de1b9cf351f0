/**
 * The command line: one class a command, and the only code that touches the standard streams.
 *
 * <p>Uses all packages.
 */
@NullMarked
package io.anteroom.cli;

import org.jspecify.annotations.NullMarked;
