/**
 * Comparisons: the same schedule against several modes, settings or JDKs, and what the runs can
 * show of their differences.
 *
 * <p>Uses {@code result}, {@code result.metric}, {@code result.store}, {@code run.jdk}, {@code
 * scenario}, {@code statistics} and {@code study.cell}.
 */
@NullMarked
package io.anteroom.study.compare;

import org.jspecify.annotations.NullMarked;
