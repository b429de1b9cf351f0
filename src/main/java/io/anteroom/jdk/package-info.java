/** The JDKs of this machine, by their homes; none is started. Depends on nothing. */
@NullMarked
package io.anteroom.jdk;

import org.jspecify.annotations.NullMarked;
