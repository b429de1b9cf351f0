package io.anteroom.study.sweep;

import io.anteroom.scenario.QuotedText;

/** A sweep that can't be, or can't be resumed. Its message is one short line for the user. */
public final class InvalidSweepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSweepException(String problem) {
    super(QuotedText.escaped(problem));
  }
}
