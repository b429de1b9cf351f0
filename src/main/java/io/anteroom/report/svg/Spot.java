package io.anteroom.report.svg;

/** A place: in pixels from the upper left corner, or in the values of two axes. */
public record Spot(double x, double y) {}
