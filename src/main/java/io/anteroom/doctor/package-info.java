/**
 * What this machine and JDK can and cannot show, each with its reason. It may depend on {@code
 * engine} (for the carriers) and {@code jfr}.
 */
@NullMarked
package io.anteroom.doctor;

import org.jspecify.annotations.NullMarked;
