package io.anteroom.modes.activity;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How a caller tells a {@link HoldingServer} when its answer is due, and what the answer is. A
 * caller sends its next message when it has the answer. Stateless.
 */
interface Wire {
  /** The longest message or answer, in bytes. */
  int longestMessage();

  /** Whether the bytes before the buffer's position are a whole message. */
  boolean isWhole(ByteBuffer message);

  /**
   * When the answer to a whole message is due, as a clock reading.
   *
   * @throws IOException if it is not a message of this kind
   */
  long dueNanos(ByteBuffer message) throws IOException;

  /** Puts the answer to a message that was due then. */
  void answer(ByteBuffer into, long dueNanos);
}
