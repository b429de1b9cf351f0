package io.anteroom.statistics.family;

/** Bounds between which a figure lies with 95%. */
public record Interval(double low, double high) {
  /** Whether a figure lies between them. */
  public boolean contains(double figure) {
    return low <= figure && figure <= high;
  }
}
