/**
 * Results made readable: one class a format. It may depend on {@code verdict} and below, not {@code
 * engine}.
 */
@NullMarked
package io.anteroom.report;

import org.jspecify.annotations.NullMarked;
