/**
 * What to run: a scenario and its parts, how they are written, and what is allowed.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.scenario;

import org.jspecify.annotations.NullMarked;
