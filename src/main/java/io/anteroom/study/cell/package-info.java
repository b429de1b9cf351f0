/**
 * Cells: the single points of a comparison or a sweep, each run by itself, with plain files as its
 * inputs and outputs.
 *
 * <p>Uses {@code result}, {@code result.metric}, {@code result.store}, {@code result.verdict},
 * {@code run.jdk}, {@code scenario}, {@code statistics} and {@code study.replication}.
 */
@NullMarked
package io.anteroom.study.cell;

import org.jspecify.annotations.NullMarked;
