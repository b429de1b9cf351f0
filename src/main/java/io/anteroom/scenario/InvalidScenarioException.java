package io.anteroom.scenario;

/**
 * A scenario, or a part of one, that is not allowed. Its message is one short line for the user:
 * where (a file position or an option), what, the value, what is allowed or what to do instead.
 */
public final class InvalidScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidScenarioException(String origin, String problem) {
    super(QuotedText.escaped(origin + ": " + problem));
  }
}
