package io.anteroom.bench.peer;

/** A peer can't do the work on this machine, or not in the time that it has. */
public final class PeerIncapableException extends Exception {
  private static final long serialVersionUID = 1;

  PeerIncapableException(String message) {
    super(message);
  }
}
