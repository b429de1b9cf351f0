/**
 * Comparisons: the same schedule against several modes, settings or JDKs, and what the runs can
 * show of their differences. Depends on cells and what these depend on.
 */
@NullMarked
package io.anteroom.compare;

import org.jspecify.annotations.NullMarked;
