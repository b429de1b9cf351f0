package io.anteroom.modes.locking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A list of free rooms guarded by a fair {@link ReentrantLock}, with a {@link Condition} whose
 * waiters are served in order. A fair lock alone does not see to that: between the signal and the
 * moment when the signalled person has the lock again, a newcomer that already queues for the lock
 * would take the room. So a room that somebody waits for is kept for the signalled person.
 */
final class FairConditionPool extends PoolMode {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition roomKept = lock.newCondition();

  // All guarded by the lock. There are never more rooms kept than persons waiting, and no room is
  // free while a waiting person has not been signalled.
  private final Deque<Room> free;
  private final Deque<Room> kept;
  private int waiting;

  FairConditionPool(Premises premises) {
    this.free = new ArrayDeque<>(premises.rooms());
    this.kept = new ArrayDeque<>(premises.rooms().size());
  }

  @Override
  @Nullable Room takeRoom(Visit visit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return free.isEmpty() ? waitInLine(visit) : free.pop();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Room waitInLine(Visit visit) throws InterruptedException {
    waiting++;
    try {
      Room room = null;
      while (room == null) {
        long leftNanos = visit.patienceLeftNanos();
        if (leftNanos == Visit.FOR_EVER) {
          roomKept.await();
        } else if (leftNanos <= 0 || !roomKept.await(leftNanos, TimeUnit.NANOSECONDS)) {
          return null;
        }
        room = kept.poll();
      }
      return room;
    } finally {
      waiting--;
      if (kept.size() > waiting) {
        // It was kept for a person who was just giving up, and nobody else was in line.
        free.push(kept.pop());
      }
    }
  }

  @Override
  void giveBack(Room room) {
    lock.lock();
    try {
      if (waiting > kept.size()) {
        kept.push(room);
        roomKept.signal();
      } else {
        free.push(room);
      }
    } finally {
      lock.unlock();
    }
  }
}
