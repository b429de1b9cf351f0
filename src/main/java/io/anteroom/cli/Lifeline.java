package io.anteroom.cli;

import java.io.IOException;
import java.io.InputStream;

/** Ends this process as soon as the one that started it is gone, however that came about. */
final class Lifeline {
  private Lifeline() {}

  /** From now on; the other process holds the other end of the stream. */
  static void hold(InputStream stream) {
    Thread.ofPlatform().daemon().name("anteroom-lifeline").start(() -> awaitEnd(stream));
  }

  private static void awaitEnd(InputStream stream) {
    try {
      while (stream.read() >= 0) {
        // Nothing is said on this line.
      }
    } catch (IOException broken) {
      // That is an end too.
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }
}
