package io.anteroom.modes.activity;

import java.io.Closeable;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Things that one person uses at a time: opened on demand, so never more than the persons that were
 * inside at once, and used again. Safe for any number of threads; it never blocks.
 *
 * @param <T> what is pooled
 */
final class ReusedResources<T extends Closeable> implements Closeable {
  /** Opens one more. */
  @FunctionalInterface
  interface Opening<T> {
    T open() throws InterruptedException, IOException;
  }

  /** What a person does with it. */
  @FunctionalInterface
  interface Use<T> {
    void apply(T one) throws InterruptedException, IOException;
  }

  private final Opening<T> opening;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  ReusedResources(Opening<T> opening) {
    this.opening = opening;
  }

  /** Takes in one that is open already. */
  void add(T one) {
    idle.add(one);
  }

  /**
   * Lends one to {@code use}. A thing whose use failed is closed, because its state is unknown,
   * unless the failure says that it is sound.
   */
  void use(Use<T> use) throws InterruptedException, IOException {
    T pooled = idle.poll();
    T one = pooled == null ? opening.open() : pooled;
    try {
      use.apply(one);
    } catch (Throwable failure) {
      if (failure instanceof CallFailedException call && call.sound()) {
        giveBack(one);
      } else {
        discard(one, failure);
      }
      throw failure;
    }
    giveBack(one);
  }

  private void giveBack(T one) throws IOException {
    idle.add(one);
    if (closed) {
      closeIdle();
    }
  }

  private static void discard(Closeable one, Throwable failure) {
    try {
      one.close();
    } catch (IOException inClosing) {
      failure.addSuppressed(inClosing);
    }
  }

  /** Closes what is idle now, and what is lent out when its user brings it back. */
  @Override
  public void close() throws IOException {
    closed = true;
    closeIdle();
  }

  private void closeIdle() throws IOException {
    IOException failure = null;
    for (T one; (one = idle.poll()) != null; ) {
      failure = close(one, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable IOException close(Closeable one, @Nullable IOException before) {
    try {
      one.close();
      return before;
    } catch (IOException failure) {
      if (before == null) {
        return failure;
      }
      before.addSuppressed(failure);
      return before;
    }
  }
}
