/**
 * What this JDK, its carriers and this container can and cannot show, each with its source.
 *
 * <p>Uses {@code measure.flight}, {@code modes.clock}, {@code result.store}, {@code run.jdk} and
 * {@code scenario}.
 */
@NullMarked
package io.anteroom.observe.doctor;

import org.jspecify.annotations.NullMarked;
