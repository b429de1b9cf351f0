/**
 * The command line: one class a command, and the only code that touches the standard streams. It
 * may depend on everything.
 */
@NullMarked
package io.anteroom.cli;

import org.jspecify.annotations.NullMarked;
