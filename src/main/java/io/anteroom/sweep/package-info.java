/**
 * Sweeps: many cells over a grid or a list of points, in a folder that can be taken up again. It
 * may depend on {@code cell} and what that depends on, and on {@code plan} for loads.
 */
@NullMarked
package io.anteroom.sweep;

import org.jspecify.annotations.NullMarked;
