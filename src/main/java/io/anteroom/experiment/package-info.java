/** Several runs taken together: replications, and what they let one be sure of. */
@NullMarked
package io.anteroom.experiment;

import org.jspecify.annotations.NullMarked;
