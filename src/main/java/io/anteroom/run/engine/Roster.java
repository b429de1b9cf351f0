package io.anteroom.run.engine;

import io.anteroom.modes.clock.NanoClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The persons who are present, so that they can be found when the run has to stop. One thread lets
 * persons in, they leave on their own; everything is safe for any number of threads.
 */
final class Roster {
  private final NanoClock clock;
  private final ThreadFactory threads;

  /** By index, where the population is known (4 bytes a person instead of 40); else null. */
  private final @Nullable AtomicReferenceArray<@Nullable Entrant> population;

  private final Map<Integer, Entrant> visitors = new ConcurrentHashMap<>();

  /** Persons present, and one for those who may still come. */
  private final AtomicLong awaited = new AtomicLong(1);

  private final LongAdder letIn = new LongAdder();

  private volatile boolean closed;
  private volatile boolean allGone;

  /** The thread that waits until all have gone; null while none does. */
  private volatile @Nullable Thread waiter;

  /** A roster for so many persons; 0: for any number. */
  Roster(int persons, RunHost host) {
    this.clock = host.clock();
    this.threads = host.personThreads();
    this.population = persons == 0 ? null : new AtomicReferenceArray<>(persons);
  }

  /** Gives the person a virtual thread and starts it. */
  void enters(Entrant person) {
    letIn.increment();
    awaited.incrementAndGet();
    if (population == null) {
      visitors.put(person.person(), person);
    } else {
      population.set(person.person(), person);
    }
    person.startOn(threads);
  }

  /** The person with this index is about to end. */
  void leaves(int index) {
    if (population == null) {
      visitors.remove(index);
    } else {
      population.set(index, null);
    }
    release();
  }

  /** The person with this index, if it is present. */
  @Nullable Entrant find(int index) {
    return population == null ? visitors.get(index) : population.get(index);
  }

  /** Nobody will come any more. */
  void close() {
    closed = true;
    release();
  }

  private void release() {
    if (awaited.decrementAndGet() == 0) {
      allGone = true;
      LockSupport.unpark(waiter);
    }
  }

  /** How many persons are present; one off for an instant while the roster is being closed. */
  long present() {
    return awaited.get() - (closed ? 0 : 1);
  }

  /** Whether nobody is present and nobody will come any more. */
  boolean allGone() {
    return allGone;
  }

  /** How many persons have been let in so far. */
  long letIn() {
    return letIn.sum();
  }

  /**
   * Waits until the roster is closed and all have gone; false if {@code nanos} pass before. For one
   * thread at a time.
   */
  boolean awaitAllGone(long nanos) throws InterruptedException {
    long deadlineNanos = clock.nanoTime() + nanos;
    waiter = Thread.currentThread();
    while (!allGone && clock.nanoTime() - deadlineNanos < 0) {
      clock.parkUntil(deadlineNanos);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    waiter = null;
    return allGone;
  }

  /** Looks at everybody who is present; persons come and go meanwhile. */
  void forEach(Consumer<Entrant> action) {
    if (population == null) {
      visitors.values().forEach(action);
      return;
    }
    for (int index = 0; index < population.length(); index++) {
      Entrant person = population.get(index);
      if (person != null) {
        action.accept(person);
      }
    }
  }
}
