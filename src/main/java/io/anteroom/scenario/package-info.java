/**
 * What to run: a scenario and its parts, how they are written, and what is allowed. It may depend
 * on nothing else of Anteroom.
 */
@NullMarked
package io.anteroom.scenario;

import org.jspecify.annotations.NullMarked;
