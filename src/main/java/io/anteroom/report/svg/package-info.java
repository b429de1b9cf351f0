/**
 * Charts as SVG: axes, curves, dots and text, with no idea of what they show.
 *
 * <p>Uses no other package.
 */
@NullMarked
package io.anteroom.report.svg;

import org.jspecify.annotations.NullMarked;
