package io.anteroom.modes.spi;

/**
 * A plugin failed: it threw something, did not return, or can't be used. Its message is one line
 * for the user: which plugin, where it comes from, and what it did.
 */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whose move it is. */
  public enum Fault {
    /** The plugin can't be used: nothing has run. */
    UNUSABLE,
    /** It failed while it ran. */
    FAILED
  }

  private final Fault fault;

  /** A failure in one line. */
  public PluginException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** A failure in one line, without a cause. */
  public PluginException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** Whether it could be used at all. */
  public Fault fault() {
    return fault;
  }
}
