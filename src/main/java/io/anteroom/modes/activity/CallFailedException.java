package io.anteroom.modes.activity;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A person called something from its room and was answered by an error, or not at all. The run goes
 * on; such visits are counted by the kind of failure.
 */
public final class CallFailedException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean sound;

  /**
   * A failure after which nothing that the call has used is used again.
   *
   * @param kind what failures are counted by, so there should be few of them
   */
  public CallFailedException(String kind, @Nullable Throwable cause) {
    this(kind, cause, false);
  }

  /**
   * @param sound whether what the call has used, such as a connection, can be used again
   */
  CallFailedException(String kind, @Nullable Throwable cause, boolean sound) {
    super(kind, cause);
    this.sound = sound;
  }

  /** Whether what the call has used can be used again. */
  boolean sound() {
    return sound;
  }

  /** What it is counted by. */
  public String kind() {
    return String.valueOf(getMessage());
  }
}
