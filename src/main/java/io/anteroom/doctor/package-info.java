/**
 * What this JDK, its carriers and this container can and cannot show, each with its source. It may
 * depend on {@code jfr} and {@code clock}.
 */
@NullMarked
package io.anteroom.doctor;

import org.jspecify.annotations.NullMarked;
