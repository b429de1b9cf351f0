/**
 * The outcome of a run: the one thing that leaves the engine, and its serial form. It may depend on
 * {@code scenario} and {@code measure}.
 */
@NullMarked
package io.anteroom.result;

import org.jspecify.annotations.NullMarked;
