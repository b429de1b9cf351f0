package io.anteroom.result.store;

import java.io.IOException;

/** A results folder that can't be made. Its message is one short line for the user. */
public final class ResultsFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Fault {
    /** The user, by naming another folder. */
    USER,
    /** The machine: its disk is full, or fails. */
    MACHINE
  }

  private final Fault fault;

  ResultsFolderException(Fault fault, String problem) {
    super(problem);
    this.fault = fault;
  }

  /** Who can mend it. */
  public Fault fault() {
    return fault;
  }
}
