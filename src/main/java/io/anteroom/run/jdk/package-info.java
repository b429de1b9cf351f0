/**
 * The JDKs of this machine, by their homes; none is started.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.run.jdk;

import org.jspecify.annotations.NullMarked;
