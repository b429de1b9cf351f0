/**
 * The catalogue of metrics, and conditions such as {@code wait.p99 < 50ms} that a result is held
 * against.
 *
 * <p>Uses {@code measure}, {@code result}, {@code scenario}, {@code statistics} and {@code theory}.
 */
@NullMarked
package io.anteroom.result.metric;

import org.jspecify.annotations.NullMarked;
