/**
 * Web pages that need nothing but themselves.
 *
 * <p>A page renders a report's facts by templates among the resources, which escape them; its
 * scripts draw the charts from one block of JSON. Whatever a chart shows, a table beside it says
 * too.
 *
 * <p>Uses {@code report.facts}.
 */
@NullMarked
package io.anteroom.report.html;

import org.jspecify.annotations.NullMarked;
