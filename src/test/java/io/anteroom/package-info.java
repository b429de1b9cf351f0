/** What the tests of several packages share. */
@NullMarked
package io.anteroom;

import org.jspecify.annotations.NullMarked;
