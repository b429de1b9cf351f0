package io.anteroom.modes.locking;

import io.anteroom.modes.clock.NanoClock;
import io.anteroom.scenario.Discipline;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.ModeTraits.Trait;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A line in the order of the persons' priorities, the lowest number first, and of arrival among
 * equals. A room that is left is handed to the first one; nobody is sent out of a room. The JDK has
 * no such lock: its fair ones know arrival only.
 */
final class PriorityPool extends PoolMode {
  static final ModeType TYPE =
      new ModeType(
          new ModeTraits(
              "priority",
              "line by the priority of classes, then first come",
              List.of(Line.SHARED),
              Set.of(Trait.GIVES_UP, Trait.BY_PRIORITY),
              List.of(),
              new Discipline.InLine(true)),
          PriorityPool::new);

  private final NanoClock clock;
  private final ReentrantLock lock = new ReentrantLock();

  // All guarded by the lock. No room is free while somebody waits.
  private final Deque<Room> free;
  private final TreeSet<Waiter> line = new TreeSet<>(Waiter.FIRST);
  private long arrivals;

  /** A person in line. */
  private static final class Waiter {
    static final Comparator<Waiter> FIRST =
        Comparator.comparingInt((Waiter waiter) -> waiter.priority)
            .thenComparingLong(waiter -> waiter.arrival);

    private final int priority;
    private final long arrival;
    private final Thread thread = Thread.currentThread();

    /** Written once, under the lock. */
    private volatile @Nullable Room granted;

    Waiter(int priority, long arrival) {
      this.priority = priority;
      this.arrival = arrival;
    }
  }

  PriorityPool(Premises premises) {
    this.clock = premises.clock();
    this.free = new ArrayDeque<>(premises.rooms());
  }

  @Override
  @Nullable Room takeRoom(Visit visit) throws InterruptedException {
    Waiter waiter;
    lock.lock();
    try {
      if (!free.isEmpty()) {
        return free.pop();
      }
      if (visit.patienceLeftNanos() <= 0) {
        return null;
      }
      waiter = new Waiter(visit.priority(), arrivals++);
      line.add(waiter);
    } finally {
      lock.unlock();
    }
    return await(visit, waiter);
  }

  private @Nullable Room await(Visit visit, Waiter waiter) throws InterruptedException {
    while (waiter.granted == null) {
      long leftNanos = visit.patienceLeftNanos();
      if (leftNanos <= 0 && withdraws(waiter)) {
        return null;
      }
      if (leftNanos == Visit.FOR_EVER) {
        LockSupport.park(this);
      } else {
        clock.parkUntil(clock.nanoTime() + leftNanos);
      }
      if (Thread.interrupted()) {
        if (!withdraws(waiter)) {
          giveBack(Objects.requireNonNull(waiter.granted));
        }
        throw new InterruptedException();
      }
    }
    return waiter.granted;
  }

  /** Leaves the line; false if a room was granted before. */
  private boolean withdraws(Waiter waiter) {
    lock.lock();
    try {
      return line.remove(waiter);
    } finally {
      lock.unlock();
    }
  }

  @Override
  void giveBack(Room room) {
    Waiter next;
    lock.lock();
    try {
      next = line.pollFirst();
      if (next == null) {
        free.push(room);
        return;
      }
      next.granted = room;
    } finally {
      lock.unlock();
    }
    LockSupport.unpark(next.thread);
  }
}
