package io.anteroom.scenario;

/** What a person does in its room, for as long as it holds it. */
public enum Activity implements Named {
  /** Sleeps: the virtual thread releases its carrier unless it is pinned. */
  SLEEP("sleep"),
  /** Computes: the carrier is busy throughout. */
  CPU("cpu"),
  /** Writes and reads a temporary file: the carrier is held during each call. */
  FILE("file"),
  /** Waits for the answer of an echo server on the loopback interface. */
  SOCKET("socket"),
  /** Sleeps in the initialiser of a fresh class, which pins the carrier. */
  CLASS_INIT("class-init"),
  /** Sleeps in a native function's call back into Java, which pins the carrier. */
  NATIVE("native");

  private final String word;

  Activity(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
