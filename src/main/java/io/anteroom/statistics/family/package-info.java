/**
 * Families of distributions and their members that suit a sample best: one class a family, one line
 * in {@link io.anteroom.statistics.family.Families}.
 *
 * <p>Uses {@code statistics}.
 */
@NullMarked
package io.anteroom.statistics.family;

import org.jspecify.annotations.NullMarked;
