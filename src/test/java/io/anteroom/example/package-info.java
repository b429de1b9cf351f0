/** What users write: they see no more of Anteroom than its API. */
@NullMarked
package io.anteroom.example;

import org.jspecify.annotations.NullMarked;
