package io.anteroom.run.engine;

/** A run failed because of a fault of ours or of the machine; the cause says which. */
public final class EngineFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  EngineFault(Throwable cause) {
    super(cause);
  }
}
