/**
 * Web pages that need nothing but themselves: a shell, and the sections that go into it. It may
 * depend on {@code expectation} and below, not on {@code report}.
 *
 * <p>A page is a list of {@link Section sections}, rendered here, and one block of JSON, from which
 * the scripts among the resources draw the charts. Whatever a chart shows, a table beside it says
 * too. Text gets into a page through templates that escape it, or through that block.
 */
@NullMarked
package io.anteroom.report.html;

import org.jspecify.annotations.NullMarked;
