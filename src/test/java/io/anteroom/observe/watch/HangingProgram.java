package io.anteroom.observe.watch;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A program that hangs in one of the best-known ways, or works hard and does not. It goes on until
 * its standard input ends, so it never outlives its test.
 *
 * <p>Arguments: the way.
 */
@SuppressWarnings({"LockNotBeforeTry", "ThreadPriorityCheck"}) // That is how programs hang.
final class HangingProgram {
  /** The line that it prints when it hangs already, or works. */
  static final String READY = "ready";

  private static final int CARRIERS = 2;
  private static final int WAITERS = 300;
  private static final int CONNECTIONS = 10;
  private static final int PERSONS = 10_000;
  private static final long LOOK_NANOS = 1_000_000;

  private static final Object MONITOR = new Object();
  private static boolean notified;
  private static volatile long worked;

  private HangingProgram() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "queue" -> queue();
      case "notify" -> notifier();
      case "yield" -> yields();
      case "pool" -> pool();
      case "busy" -> busy();
      case "idle" -> idle();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // Nothing is asked of it.
    }
    System.exit(0);
  }

  /** On JDK 21 the lock is free, and meant for a thread without a carrier. */
  static void queue() {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    try {
      queued(lock, Thread.ofVirtual().name("next owner").start(() -> takeLock(lock)));
      for (int i = 0; i < CARRIERS; i++) {
        Object own = new Object();
        queued(lock, Thread.ofVirtual().name("pinned " + i).start(() -> takeLockInside(own, lock)));
      }
    } finally {
      lock.unlock();
    }
  }

  private static void queued(ReentrantLock lock, Thread thread) {
    while (!lock.hasQueuedThread(thread) || thread.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  static void takeLockInside(Object monitor, ReentrantLock lock) {
    synchronized (monitor) {
      takeLock(lock);
    }
  }

  static void takeLock(ReentrantLock lock) {
    lock.lock();
    lock.unlock();
  }

  /** On JDK 21 those who wait take all 256 carriers, and the notifier gets none. */
  static void notifier() throws InterruptedException {
    CountDownLatch asleep = new CountDownLatch(1);
    CountDownLatch mayNotify = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("notifier")
        .start(
            () -> {
              asleep.countDown();
              await(mayNotify);
              synchronized (MONITOR) {
                notified = true;
                MONITOR.notifyAll();
              }
            });
    asleep.await();
    for (int i = 0; i < WAITERS; i++) {
      Thread.ofVirtual().name("waiter " + i).start(HangingProgram::awaitNotice);
    }
    // Carriers are added one after the other; only a hang can show that all were.
    LockSupport.parkNanos(1_000_000_000);
    mayNotify.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void awaitNotice() {
    synchronized (MONITOR) {
      while (!notified) {
        try {
          MONITOR.wait();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /** From JDK 24 on those who yield run again and again, and the owner does not. */
  static void yields() {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("owner")
        .start(
            () -> {
              lock.lock();
              try {
                await(mayEnd);
              } finally {
                lock.unlock();
              }
            });
    while (!lock.isLocked()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    for (int i = 0; i < CARRIERS + 1; i++) {
      Thread.ofVirtual().name("trier " + i).start(() -> tryAgain(lock));
    }
    LockSupport.parkNanos(100_000_000);
    mayEnd.countDown();
  }

  static void tryAgain(ReentrantLock lock) {
    while (!lock.tryLock()) {
      Thread.yield();
    }
    lock.unlock();
  }

  /** On every JDK: each has one connection and waits for a second one. */
  static void pool() throws InterruptedException {
    Semaphore connections = new Semaphore(CONNECTIONS);
    CountDownLatch haveOne = new CountDownLatch(CONNECTIONS);
    for (int i = 0; i < 4 * CONNECTIONS; i++) {
      Thread.ofVirtual()
          .name("request " + i)
          .start(
              () -> {
                takeConnection(connections);
                haveOne.countDown();
                await(haveOne);
                takeConnection(connections);
                connections.release(2);
              });
    }
    haveOne.await();
  }

  static void takeConnection(Semaphore connections) {
    connections.acquireUninterruptibly();
  }

  /** Everybody waits for work. */
  static void idle() {
    BlockingQueue<String> work = new LinkedBlockingQueue<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread thread = Thread.ofVirtual().start(() -> takeWork(work));
      // Those who come first may pin each other while they load classes.
      while (thread.getState() != Thread.State.WAITING) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  static void takeWork(BlockingQueue<String> work) {
    try {
      work.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** All carriers have work, most threads wait for a permit, many yield: nothing is wrong. */
  static void busy() {
    Semaphore connections = new Semaphore(CONNECTIONS);
    for (int i = 0; i < PERSONS; i++) {
      Thread.ofVirtual().start(() -> serve(connections));
    }
  }

  static void serve(Semaphore connections) {
    while (true) {
      takeConnection(connections);
      try {
        work();
        Thread.yield();
        work();
      } finally {
        connections.release();
      }
      // Who only yields would be run again and again from JDK 24 on, and the others never.
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static void work() {
    long sum = worked;
    for (int i = 0; i < 20_000; i++) {
      sum = sum * 31 + i;
    }
    worked = sum;
  }
}
