package io.anteroom.modes.plugins;

import io.anteroom.modes.spi.RoomLock;
import io.anteroom.modes.spi.RoomPool;
import org.jspecify.annotations.Nullable;

/** A plugin's lock or pool, which both let persons in and out. Safe for any number of threads. */
interface Doorway {
  /** Waits for so long; what the person has to bring back, or null: it gave up. */
  @Nullable Object enter(long patienceNanos) throws Exception;

  /** Lets the person out. */
  void leave(Object brought) throws Exception;

  /** Gives back what it has opened. */
  void close() throws Exception;

  /** A lock gives everybody the same. */
  static Doorway of(RoomLock lock) {
    return new Doorway() {
      private final Object permit = new Object();

      @Override
      public @Nullable Object enter(long patienceNanos) throws Exception {
        return lock.enter(patienceNanos) ? permit : null;
      }

      @Override
      public void leave(Object brought) throws Exception {
        lock.leave();
      }

      @Override
      public void close() throws Exception {
        lock.close();
      }
    };
  }

  /** A pool gives everybody something else. */
  static <T> Doorway of(RoomPool<T> pool) {
    return new Doorway() {
      @Override
      public @Nullable Object enter(long patienceNanos) throws Exception {
        return pool.borrow(patienceNanos);
      }

      @SuppressWarnings("unchecked") // It is what this pool has lent.
      @Override
      public void leave(Object brought) throws Exception {
        pool.giveBack((T) brought);
      }

      @Override
      public void close() throws Exception {
        pool.close();
      }
    };
  }
}
