package io.anteroom.result.metric;

/** How much a metric matters to whoever asks for none, the most first. */
public enum Prominence {
  /** It is drawn where there is room for two. */
  MAIN,
  /** Arms of a comparison are compared by it. */
  HEADLINE,
  /** Two runs are compared by it. */
  USUAL,
  /** It is shown where all are. */
  DETAIL
}
