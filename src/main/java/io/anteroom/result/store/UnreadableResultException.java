package io.anteroom.result.store;

/** A text that is not a result, or not one of this version. Its message is one short line. */
public final class UnreadableResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Tells what is wrong, in one line. */
  public UnreadableResultException(String problem) {
    super(problem);
  }
}
