package com.example;

import io.anteroom.modes.spi.LockPlugin;
import io.anteroom.modes.spi.RoomLock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that lets in who came last: most wait little, and some very long. */
public final class LatestFirst implements LockPlugin {
  @Override
  public String name() {
    return "latest-first";
  }

  @Override
  public String summary() {
    return "a stack: who came last goes in first";
  }

  @Override
  public int version() {
    return VERSION;
  }

  @Override
  public boolean givesUp() {
    return true;
  }

  @Override
  public RoomLock open(int rooms) {
    return new Stack(rooms);
  }

  /** The lock of one run. */
  private static final class Stack implements RoomLock {
    private final ReentrantLock guard = new ReentrantLock();

    /** Each waits for a permit of its own. Guarded by {@code guard}. */
    private final Deque<Semaphore> waiting = new ArrayDeque<>();

    /** Rooms that nobody has; 0 while somebody waits. Guarded by {@code guard}. */
    private int free;

    Stack(int rooms) {
      free = rooms;
    }

    @Override
    public boolean enter(long patienceNanos) throws InterruptedException {
      Semaphore own = new Semaphore(0);
      guard.lock();
      try {
        if (free > 0) {
          free--;
          return true;
        }
        waiting.push(own);
      } finally {
        guard.unlock();
      }
      return await(own, patienceNanos);
    }

    private boolean await(Semaphore own, long patienceNanos) throws InterruptedException {
      try {
        return own.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS) || !withdraw(own);
      } catch (InterruptedException stopped) {
        if (!withdraw(own)) {
          leave();
        }
        throw stopped;
      }
    }

    /** Whether it still waited; if not, it has a room by now. */
    private boolean withdraw(Semaphore own) {
      guard.lock();
      try {
        return waiting.remove(own);
      } finally {
        guard.unlock();
      }
    }

    @Override
    public void leave() {
      guard.lock();
      try {
        Semaphore latest = waiting.poll();
        if (latest == null) {
          free++;
        } else {
          latest.release();
        }
      } finally {
        guard.unlock();
      }
    }
  }
}
