/**
 * Metrics by name, and conditions such as {@code wait.p99 < 50ms} that a result is held against. It
 * may depend on {@code result} and below.
 */
@NullMarked
package io.anteroom.expectation;

import org.jspecify.annotations.NullMarked;
