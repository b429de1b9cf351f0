package io.anteroom.observe.watch;

/** A JVM that can't be watched. Its message is one short line for the user. */
public final class WatchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Who can mend it. */
  public enum Fault {
    /** The user, by naming another process, file or folder. */
    USER,
    /** The machine or the target: it does not answer, the disk is full. */
    MACHINE
  }

  private final Fault fault;

  private WatchException(Fault fault, String problem) {
    super(problem);
    this.fault = fault;
  }

  static WatchException user(String problem) {
    return new WatchException(Fault.USER, problem);
  }

  static WatchException machine(String problem) {
    return new WatchException(Fault.MACHINE, problem);
  }

  /** Who can mend it. */
  public Fault fault() {
    return fault;
  }

  /** The first line of what a library says, or its kind where it says nothing. */
  static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    return cause.getMessage() == null || message.isEmpty()
        ? cause.getClass().getSimpleName()
        : message;
  }
}
