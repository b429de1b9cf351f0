package io.anteroom.observe.junit;

import java.io.Serial;

/** Nobody can tell whether carriers were held; the message says why, and the remedy. */
final class UnobservableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  UnobservableException(String message) {
    super(message);
  }

  UnobservableException(String message, Throwable cause) {
    super(message, cause);
  }
}
