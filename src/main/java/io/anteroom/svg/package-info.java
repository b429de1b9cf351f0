/**
 * Charts as SVG: axes, curves, dots and text, with no idea of what they show. It may depend on
 * nothing.
 */
@NullMarked
package io.anteroom.svg;

import org.jspecify.annotations.NullMarked;
