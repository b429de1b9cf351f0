package io.anteroom.study.fit.reader;

/** Measured data that can't be used; the message is one line for the user. */
public final class InvalidLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidLogException(String message) {
    super(message);
  }
}
