/**
 * What persons do while they hold a room: one class an activity, listed in one catalogue. It may
 * depend on {@code clock} and {@code scenario}.
 */
@NullMarked
package io.anteroom.activity;

import org.jspecify.annotations.NullMarked;
