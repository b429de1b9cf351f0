/**
 * Makes a scenario from measured data: what is known of arrivals and holds, and what is assumed.
 *
 * <p>Uses {@code result}, {@code result.store}, {@code scenario}, {@code statistics}, {@code
 * statistics.family} and {@code study.fit.reader}.
 */
@NullMarked
package io.anteroom.study.fit;

import org.jspecify.annotations.NullMarked;
