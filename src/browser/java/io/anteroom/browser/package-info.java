/** Pages as a real browser shows them. It may use everything. */
@NullMarked
package io.anteroom.browser;

import org.jspecify.annotations.NullMarked;
