package io.anteroom.modes.activity;

import io.anteroom.modes.clock.NanoClock;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback interface, at a port that the system chose, that answers each message
 * when it is due. The message says that time, on the clock that both ends share: an answer is never
 * early, and a server that reads late does not lengthen the hold. How it says so is the {@link
 * Wire}'s.
 *
 * <p>One daemon platform thread does it all, so it needs no carrier. Only {@link #address}, {@link
 * #failure} and {@link #close} are for other threads. When the thread ends, for whatever reason,
 * every connection is closed, so that nobody waits for ever.
 */
final class HoldingServer implements Closeable {
  static final String THREAD_NAME = "anteroom-server";

  private static final int BACKLOG = 4096;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  /** A message and when to send it back. */
  private record Answer(SocketChannel channel, long dueNanos) implements Comparable<Answer> {
    @Override
    public int compareTo(Answer other) {
      return Long.signum(dueNanos - other.dueNanos);
    }
  }

  private final NanoClock clock;
  private final Wire wire;
  private final Selector selector;
  private final ServerSocketChannel listener;
  private final InetSocketAddress address;
  private final Thread thread;
  private final PriorityQueue<Answer> answers = new PriorityQueue<>();
  private final ByteBuffer answer;
  private volatile boolean stopping;
  private volatile @Nullable Exception failure;

  private HoldingServer(NanoClock clock, Wire wire, Selector selector, ServerSocketChannel listener)
      throws IOException {
    this.clock = clock;
    this.wire = wire;
    this.answer = ByteBuffer.allocateDirect(wire.longestMessage());
    this.selector = selector;
    this.listener = listener;
    this.address = (InetSocketAddress) listener.getLocalAddress();
    this.thread = Thread.ofPlatform().daemon().name(THREAD_NAME).unstarted(this::serve);
  }

  static HoldingServer start(NanoClock clock, Wire wire) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel listener = ServerSocketChannel.open();
    try {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
      HoldingServer server = new HoldingServer(clock, wire, selector, listener);
      server.thread.start();
      return server;
    } catch (IOException failure) {
      try (selector;
          listener) {
        throw failure;
      }
    }
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return address;
  }

  /** What ended the server; null if it runs or was closed. */
  @Nullable Exception failure() {
    return failure;
  }

  /** Stops the thread and closes every connection; waits for that, but not for ever. */
  @Override
  public void close() throws IOException {
    stopping = true;
    selector.wakeup();
    try {
      if (!thread.join(LONGEST_CLOSE)) {
        throw new IOException("the server did not end within " + LONGEST_CLOSE);
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try {
      while (!stopping) {
        readWhatCame();
        answerWhatIsDue();
      }
    } catch (IOException | RuntimeException end) {
      failure = end;
    } finally {
      closeAll();
    }
  }

  /** Waits for messages, but no longer than until the next answer is due. */
  private void readWhatCame() throws IOException {
    Answer next = answers.peek();
    if (next == null) {
      selector.select(this::ready);
      return;
    }
    long millis = (next.dueNanos() - clock.nanoTime()) / NANOS_PER_MILLI;
    if (millis > 0) {
      selector.select(this::ready, millis);
    } else {
      // A selector counts in milliseconds; the last one is waited for without it.
      clock.parkUntil(next.dueNanos());
      selector.selectNow(this::ready);
    }
  }

  private void ready(SelectionKey key) {
    if (key.isAcceptable()) {
      accept();
    } else {
      read(key, (SocketChannel) key.channel(), (ByteBuffer) key.attachment());
    }
  }

  private void accept() {
    try {
      for (SocketChannel channel; (channel = listener.accept()) != null; ) {
        channel.configureBlocking(false);
        channel.register(
            selector, SelectionKey.OP_READ, ByteBuffer.allocate(wire.longestMessage()));
      }
    } catch (IOException refusal) {
      throw new UncheckedIOException(refusal);
    }
  }

  private void read(SelectionKey key, SocketChannel channel, ByteBuffer message) {
    try {
      if (channel.read(message) < 0) {
        close(channel);
      } else if (wire.isWhole(message)) {
        answers.add(new Answer(channel, wire.dueNanos(message)));
        message.clear();
      } else if (!message.hasRemaining()) {
        throw new IOException("the message is too long");
      }
    } catch (IOException broken) {
      key.cancel();
      close(channel);
    }
  }

  private void answerWhatIsDue() {
    for (Answer next;
        (next = answers.peek()) != null && next.dueNanos() - clock.nanoTime() <= 0; ) {
      send(answers.remove());
    }
  }

  /** Sends an answer; a person that was interrupted meanwhile has closed its end. */
  private void send(Answer due) {
    wire.answer(answer.clear(), due.dueNanos());
    answer.flip();
    try {
      due.channel().write(answer);
      if (answer.hasRemaining()) {
        close(due.channel());
      }
    } catch (IOException broken) {
      close(due.channel());
    }
  }

  private void closeAll() {
    new ArrayList<>(selector.keys()).forEach(key -> close(key.channel()));
    close(selector);
  }

  /** Closes what is given up anyway: a failure of that changes nothing for anyone. */
  private static void close(Closeable one) {
    try {
      one.close();
    } catch (IOException inClosing) {
      // The descriptor is released all the same.
    }
  }
}
