package io.anteroom.study.cluster;

/** A cluster that can't be used, or that has failed; its message is one line for the user. */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Fault {
    /** The user can put it right, and has not lost anything. */
    USER,
    /** Work was under way when a machine failed. */
    MACHINE
  }

  private final Fault fault;

  /**
   * @param message one line: what, why, and the remedy
   */
  public ClusterException(String message) {
    this(Fault.USER, message);
  }

  ClusterException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** Whose fault it is. */
  public Fault fault() {
    return fault;
  }
}
