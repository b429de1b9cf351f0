package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.modes.clock.WallClock;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Waits in one blocking read for the answer of an {@link HoldingServer}, which comes when the hold
 * is over: the person releases its carrier as for any answer over a network. Safe for any number of
 * threads: each has a connection of its own, which is used again unless an interrupt closed it.
 */
final class SocketActivity implements RoomActivity {
  static final ActivityType TYPE =
      new ActivityType(
          "socket",
          "Waits for the answer of an echo server on this machine",
          scenario -> new SocketActivity(new WallClock()));

  /** A person's end of a connection. For one thread at a time. */
  private record Connection(SocketChannel channel, ByteBuffer message) implements Closeable {
    static Connection open(HoldingServer server) throws IOException {
      return new Connection(
          SocketChannel.open(server.address()), ByteBuffer.allocateDirect(Long.BYTES));
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private final NanoClock clock;
  private final HoldingServer server;
  private final ReusedResources<Connection> connections;

  SocketActivity(NanoClock clock) throws IOException {
    this.clock = clock;
    this.server = HoldingServer.start(clock, new EchoWire());
    this.connections = new ReusedResources<>(() -> Connection.open(server));
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    if (holdNanos <= 0) {
      return;
    }
    long dueNanos = clock.nanoTime() + holdNanos;
    try {
      connections.use(connection -> exchange(connection, dueNanos));
    } catch (IOException failure) {
      // An interrupt closes the socket in which the person waits.
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(failure);
      }
      Exception end = server.failure();
      throw end == null ? failure : new IOException("the echo server ended: " + end, failure);
    }
  }

  private void exchange(Connection connection, long dueNanos) throws IOException {
    ByteBuffer message = connection.message().clear().putLong(dueNanos).flip();
    while (message.hasRemaining()) {
      connection.channel().write(message);
    }
    message.clear();
    while (message.hasRemaining()) {
      if (connection.channel().read(message) < 0) {
        throw new EOFException("the echo server was closed");
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (server) {
      connections.close();
    }
  }
}
