package io.anteroom.measure.flight;

/**
 * Flight settings that can't be used. Its message is one line for the user: file and line, what is
 * wrong, the value, what is allowed or what to do instead.
 */
public final class InvalidFlightSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidFlightSettingsException(String origin, String problem) {
    super(oneLine(origin + ": " + problem));
  }

  InvalidFlightSettingsException(String origin, int line, String problem) {
    this(origin + ":" + line, problem);
  }

  /** Names and values come from a file: nothing in them may steer a terminal. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> Character.isISOControl(character) ? ' ' : character)
        .forEach(line::appendCodePoint);
    return line.toString();
  }
}
