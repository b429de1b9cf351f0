package io.anteroom.modes.activity;

import org.jspecify.annotations.Nullable;

/** Says in one line why this JVM or machine can't run an activity. */
public final class UnsupportedActivityException extends Exception {
  private static final long serialVersionUID = 1;

  UnsupportedActivityException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
