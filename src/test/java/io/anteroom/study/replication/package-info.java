/** The simulator against theory, and what replications let one be sure of. */
@NullMarked
package io.anteroom.study.replication;

import org.jspecify.annotations.NullMarked;
