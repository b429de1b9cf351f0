/** Tests of the formulas, and the reference cases that the simulator is held against too. */
@NullMarked
package io.anteroom.theory;

import org.jspecify.annotations.NullMarked;
