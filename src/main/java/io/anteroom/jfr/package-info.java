/**
 * What Java Flight Recorder shows of virtual threads, told truthfully for each JDK: own events,
 * checked settings, the stream, held carriers and contended monitors by cause. It may depend on
 * nothing else of Anteroom.
 *
 * <p>On JDK 21 to 23 a carrier is held by every blocking operation inside {@code synchronized}; JEP
 * 491 ended that in JDK 24. What is left, and what no JDK shows, stands in {@link
 * io.anteroom.jfr.Observability}.
 */
@NullMarked
package io.anteroom.jfr;

import org.jspecify.annotations.NullMarked;
