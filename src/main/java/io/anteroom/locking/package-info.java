/**
 * Rooms, and the ways in which a person gets one: one class a locking mode, listed in one
 * catalogue. It may depend on {@code clock}, {@code scenario} and {@code schedule}.
 */
@NullMarked
package io.anteroom.locking;

import org.jspecify.annotations.NullMarked;
