/** The simulator against theory, and what replications let one be sure of. */
@NullMarked
package io.anteroom.experiment;

import org.jspecify.annotations.NullMarked;
