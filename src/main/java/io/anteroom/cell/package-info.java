/**
 * Cells: the single points of a comparison or a sweep, each run by itself, with plain files as its
 * inputs and outputs. Depends on scenarios, results, metrics, JDKs and replications.
 */
@NullMarked
package io.anteroom.cell;

import org.jspecify.annotations.NullMarked;
