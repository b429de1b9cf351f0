/**
 * The numbered lessons: each asks, runs, shows what was seen, explains it by the figures and grades
 * it.
 *
 * <p>Uses {@code modes}, {@code modes.activity}, {@code report}, {@code report.facts}, {@code
 * result}, {@code result.metric}, {@code result.store}, {@code run.jdk}, {@code scenario}, {@code
 * statistics}, {@code study.cell} and {@code study.plan}.
 */
@NullMarked
package io.anteroom.teach;

import org.jspecify.annotations.NullMarked;
