/**
 * Two runs side by side: in what they differ, and whether that is more than chance.
 *
 * <p>Uses {@code measure}, {@code result}, {@code result.metric}, {@code result.store}, {@code
 * result.verdict}, {@code scenario}, {@code statistics} and {@code study.cell}.
 */
@NullMarked
package io.anteroom.study.diff;

import org.jspecify.annotations.NullMarked;
