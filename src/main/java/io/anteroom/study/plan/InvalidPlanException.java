package io.anteroom.study.plan;

/** A question that can't be answered as it is put. Its message is one short line for the user. */
public final class InvalidPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPlanException(String message) {
    super(message);
  }
}
