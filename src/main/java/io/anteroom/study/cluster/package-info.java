/**
 * Cells on many machines: a queue in PostgreSQL that workers take cells from, and jobs for clusters
 * that have a scheduler of their own.
 *
 * <p>Uses {@code result.store}, {@code run.jdk}, {@code scenario}, {@code study.cell} and {@code
 * study.sweep}.
 */
@NullMarked
package io.anteroom.study.cluster;

import org.jspecify.annotations.NullMarked;
