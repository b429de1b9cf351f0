package io.anteroom.scenario;

/** Who of those in line gets a room that falls free; for studies in simulated time. */
public enum Order implements Named {
  /** Who came first. */
  FIFO("fifo"),
  /** Anybody, with equal probability. */
  RANDOM("random"),
  /** Who came last. */
  LIFO("lifo"),
  /** Whose class has the lowest number as its priority; among equals, who came first. */
  PRIORITY("priority");

  private final String word;

  Order(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
