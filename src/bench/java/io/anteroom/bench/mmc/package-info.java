/**
 * One queue, M/M/c, by programs other than our simulator: what it is compared with. They may depend
 * on nothing of Anteroom.
 */
@NullMarked
package io.anteroom.bench.mmc;

import org.jspecify.annotations.NullMarked;
