/**
 * Two runs side by side: in what they differ, and whether that is more than chance. It may depend
 * on {@code experiment} and below.
 */
@NullMarked
package io.anteroom.diff;

import org.jspecify.annotations.NullMarked;
