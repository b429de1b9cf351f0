package io.anteroom.bench.peer;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Leave to be in a room, as many at a time as there are rooms. Safe for any number of threads. */
interface Permits {
  /** Waits for one. */
  void acquire() throws InterruptedException;

  /** Gives one back. */
  void release();

  /** The JDK's semaphore. */
  static Permits semaphore(int rooms, boolean fair) {
    Semaphore semaphore = new Semaphore(rooms, fair);
    return new Permits() {
      @Override
      public void acquire() throws InterruptedException {
        semaphore.acquire();
      }

      @Override
      public void release() {
        semaphore.release();
      }
    };
  }

  /** A count of free rooms under a lock, with a condition to wait at: the textbook's pool. */
  static Permits lockedPool(int rooms) {
    return new Permits() {
      private final ReentrantLock lock = new ReentrantLock();
      private final Condition roomIsFree = lock.newCondition();
      private int free = rooms;

      @Override
      public void acquire() throws InterruptedException {
        lock.lockInterruptibly();
        try {
          while (free == 0) {
            roomIsFree.await();
          }
          free--;
        } finally {
          lock.unlock();
        }
      }

      @Override
      public void release() {
        lock.lock();
        try {
          free++;
          roomIsFree.signal();
        } finally {
          lock.unlock();
        }
      }
    };
  }
}
