/**
 * Time as the engine sees it: reading it and pausing, behind one interface. It may depend on
 * nothing else of Anteroom.
 */
@NullMarked
package io.anteroom.clock;

import org.jspecify.annotations.NullMarked;
