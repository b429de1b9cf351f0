/**
 * Runs a scenario on virtual threads, in real time. It may depend on everything but {@code report}
 * and {@code cli}.
 */
@NullMarked
package io.anteroom.engine;

import org.jspecify.annotations.NullMarked;
