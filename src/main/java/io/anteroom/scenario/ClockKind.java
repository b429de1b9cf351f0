package io.anteroom.scenario;

/** Which time a scenario runs in. */
public enum ClockKind implements Named {
  /** On virtual threads, in real time. */
  WALL("wall"),
  /** As a calculation, as fast as it goes. */
  SIMULATED("simulated");

  private final String word;

  ClockKind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
