package io.anteroom.modes.locking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A list of free rooms guarded by a {@link ReentrantLock}, with a {@link Condition} to wait on.
 * Whoever gets the lock first takes a free room; a signalled person that comes too late waits
 * again, at the end of the line.
 */
final class ConditionPool extends PoolMode {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition roomFree = lock.newCondition();

  /** Guarded by {@code lock}. */
  private final Deque<Room> free;

  ConditionPool(Premises premises) {
    this.free = new ArrayDeque<>(premises.rooms());
  }

  @Override
  @Nullable Room takeRoom(Visit visit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (free.isEmpty()) {
        long leftNanos = visit.patienceLeftNanos();
        if (leftNanos <= 0) {
          return null;
        }
        if (leftNanos == Visit.FOR_EVER) {
          roomFree.await();
        } else {
          boolean unused = roomFree.await(leftNanos, TimeUnit.NANOSECONDS);
        }
      }
      return free.pop();
    } finally {
      lock.unlock();
    }
  }

  @Override
  void giveBack(Room room) {
    lock.lock();
    try {
      free.push(room);
      roomFree.signal();
    } finally {
      lock.unlock();
    }
  }
}
