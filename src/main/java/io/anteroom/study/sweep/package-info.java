/**
 * Sweeps: many cells over a grid or a list of points, in a folder that can be taken up again.
 *
 * <p>Uses {@code result}, {@code result.metric}, {@code result.store}, {@code run.jdk}, {@code
 * scenario}, {@code statistics}, {@code study.cell}, {@code study.plan} and {@code
 * study.replication}.
 */
@NullMarked
package io.anteroom.study.sweep;

import org.jspecify.annotations.NullMarked;
