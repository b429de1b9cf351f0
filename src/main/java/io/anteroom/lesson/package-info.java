/**
 * The numbered lessons: each asks, runs, shows what was seen, explains it by the figures and grades
 * it. May use reports and all below them.
 */
@NullMarked
package io.anteroom.lesson;

import org.jspecify.annotations.NullMarked;
