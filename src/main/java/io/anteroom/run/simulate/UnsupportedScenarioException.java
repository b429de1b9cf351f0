package io.anteroom.run.simulate;

/** A scenario can't be simulated; the message says why, in one line. */
public final class UnsupportedScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnsupportedScenarioException(String message) {
    super(message);
  }
}
