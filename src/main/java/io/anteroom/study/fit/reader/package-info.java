/**
 * Reads requests from the logs of other tools: one class a layout, one line in {@link
 * io.anteroom.study.fit.reader.LogFormats}.
 *
 * <p>Every reader goes through its input once and in bounded memory. A line that it can't use is
 * counted and kept as an example, never dropped in silence.
 *
 * <p>Uses {@code scenario}.
 */
@NullMarked
package io.anteroom.study.fit.reader;

import org.jspecify.annotations.NullMarked;
