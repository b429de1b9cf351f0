package io.anteroom.bench;

/** How much work a benchmark does. */
public enum Size {
  /** Enough for figures that stand on their own: minutes. */
  FULL,

  /** Just enough to show that it works: about a second; its figures say nothing. */
  TINY
}
