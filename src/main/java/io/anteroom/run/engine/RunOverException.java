package io.anteroom.run.engine;

/**
 * Leads a person out when the run is over. It has no stack trace, since a million may be thrown at
 * once, and nobody reads one.
 */
final class RunOverException extends InterruptedException {
  private static final long serialVersionUID = 1L;

  RunOverException() {
    super("the run is over");
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
