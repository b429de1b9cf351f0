package io.anteroom.modes.activity;

import java.nio.ByteBuffer;

/** A message is the time when it is due, in eight bytes, and comes back. */
final class EchoWire implements Wire {
  @Override
  public int longestMessage() {
    return Long.BYTES;
  }

  @Override
  public boolean isWhole(ByteBuffer message) {
    return !message.hasRemaining();
  }

  @Override
  public long dueNanos(ByteBuffer message) {
    return message.getLong(0);
  }

  @Override
  public void answer(ByteBuffer into, long dueNanos) {
    into.putLong(dueNanos);
  }
}
