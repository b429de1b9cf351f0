/**
 * What reports say: the facts of a result in order, made once and put into words here and nowhere
 * else.
 *
 * <p>A {@link Report} has a head and sections of {@link Block blocks}: labelled facts, tables,
 * bars, charts, sentences. Each format renders those blocks for which it has room, and words none
 * itself. A block says nothing of how it looks, but for the widths of columns, which terminals
 * need.
 *
 * <p>Uses {@code result.verdict} and {@code theory}.
 */
@NullMarked
package io.anteroom.report.facts;

import org.jspecify.annotations.NullMarked;
