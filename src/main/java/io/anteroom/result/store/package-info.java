/**
 * The folders and files that Anteroom leaves behind: what they are called, how they are written,
 * and how they are read again.
 *
 * <p>Uses {@code measure}, {@code result} and {@code scenario}.
 */
@NullMarked
package io.anteroom.result.store;

import org.jspecify.annotations.NullMarked;
