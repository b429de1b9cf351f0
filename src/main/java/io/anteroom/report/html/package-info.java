/**
 * Web pages that need nothing but themselves: a shell, and the sections that go into it.
 *
 * <p>A page is a list of {@link Section sections}, rendered here, and one block of JSON, from which
 * the scripts among the resources draw the charts. Whatever a chart shows, a table beside it says
 * too. Text gets into a page through templates that escape it, or through that block.
 *
 * <p>Uses {@code measure}, {@code report}, {@code result}, {@code result.metric}, {@code scenario},
 * {@code statistics} and {@code theory}.
 */
@NullMarked
package io.anteroom.report.html;

import org.jspecify.annotations.NullMarked;
