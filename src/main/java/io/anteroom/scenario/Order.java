package io.anteroom.scenario;

/** Who of those in line gets a room that falls free; for studies in simulated time. */
public enum Order implements Named {
  /** Who came first. */
  FIFO,
  /** Anybody, with equal probability. */
  RANDOM,
  /** Who came last. */
  LIFO,
  /** Whose class has the lowest number as its priority; among equals, who came first. */
  PRIORITY,
  /**
   * By priority; and who comes first sends out of a room who would come last, but for equals. That
   * person goes on later, with what was left.
   */
  PREEMPT_RESUME;

  /** Whether the priorities of classes matter. */
  public boolean byPriority() {
    return this == PRIORITY || this == PREEMPT_RESUME;
  }
}
