/**
 * Results made readable: a class for the facts of each kind of document, one for each format of
 * runs, and renderers of any report's facts as text and as Markdown.
 *
 * <p>Uses {@code measure}, {@code measure.flight}, {@code measure.threads}, {@code observe.doctor},
 * {@code observe.watch}, {@code report.facts}, {@code report.html}, {@code report.svg}, {@code
 * result}, {@code result.metric}, {@code result.store}, {@code result.verdict}, {@code scenario},
 * {@code statistics}, {@code statistics.family}, {@code study.cell}, {@code study.cluster}, {@code
 * study.compare}, {@code study.diff}, {@code study.fit}, {@code study.fit.reader}, {@code
 * study.plan}, {@code study.replication}, {@code study.sweep} and {@code theory}.
 */
@NullMarked
package io.anteroom.report;

import org.jspecify.annotations.NullMarked;
