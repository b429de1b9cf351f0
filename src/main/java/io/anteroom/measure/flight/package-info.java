/**
 * What Java Flight Recorder shows of virtual threads, told truthfully for each JDK: own events,
 * checked settings, the stream, held carriers and contended monitors by cause.
 *
 * <p>On JDK 21 to 23 a carrier is held by every blocking operation inside {@code synchronized}; JEP
 * 491 ended that in JDK 24. What is left, and what no JDK shows, stands in {@link
 * io.anteroom.measure.flight.Observability}.
 *
 * <p>Uses {@code scenario}.
 */
@NullMarked
package io.anteroom.measure.flight;

import org.jspecify.annotations.NullMarked;
