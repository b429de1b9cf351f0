package io.anteroom.teach;

import io.anteroom.result.store.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Demonstrates how threads that are pinned in monitors can block the next owner of a lock for ever.
 * This thread, a platform thread, has the lock while a virtual thread and then some others, each in
 * a monitor of its own, queue for it; then it lets go. It waits so long and no longer.
 */
final class PinnedQueue {
  private static final int CARRIERS = 2;

  /** How many were in monitors. */
  private static final String PINNED = "pinned";

  /** How many queued in all. */
  private static final String ALL = "queued";

  /** How many of them got the lock. */
  private static final String SERVED = "served";

  /** The same where a carrier was left free. */
  private static final String SERVED_BEFORE = "servedBefore";

  /** How long that took, or how long it was given. */
  private static final String NANOS = "nanos";

  /** Nobody needs the lock for more than an instant. */
  private static final long PATIENCE_SECONDS = 6;

  private static final long LOOK_NANOS = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch left;

  private PinnedQueue(int pinned) {
    this.left = new CountDownLatch(1 + pinned);
  }

  /** Finds out what happens, into the folder that is given. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    DemonstrationFindings findings = new DemonstrationFindings(Path.of(arguments[0]));
    findings.figure(SERVED_BEFORE, new PinnedQueue(CARRIERS - 1).served(CARRIERS - 1));
    PinnedQueue queue = new PinnedQueue(CARRIERS);
    long began = System.nanoTime();
    int served = queue.served(CARRIERS);
    findings.figure(NANOS, (double) (System.nanoTime() - began));
    findings.figure(PINNED, CARRIERS);
    findings.figure(ALL, 1 + CARRIERS);
    findings.figure(SERVED, served);
    boolean stuck = served <= CARRIERS;
    findings.figure(Figures.STUCK, stuck ? 1 : 0);
    if (stuck) {
      findings.word("explanation", "Nobody got the lock for %d s.".formatted(PATIENCE_SECONDS));
      queue.keepStacks(findings.file(StoredFile.STACKS));
    }
    findings.keep();
  }

  /** How many threads got the lock. */
  private int served(int pinned) throws InterruptedException {
    lock.lock();
    try {
      start("next owner", this::takeLock);
      for (int i = 0; i < pinned; i++) {
        Object own = new Object();
        start(
            "in monitor " + (i + 1),
            () -> {
              synchronized (own) {
                takeLock();
              }
            });
      }
    } finally {
      lock.unlock();
    }
    boolean unused = left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return 1 + pinned - (int) left.getCount();
  }

  /** Starts a thread, and sees to it that it is in the queue before the next one is. */
  private void start(String name, Runnable task) {
    Thread thread = Thread.ofVirtual().name(name).start(task);
    threads.add(thread);
    while (!lock.hasQueuedThread(thread) || waits(thread)) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Whether it is in the queue but not parked yet. */
  private static boolean waits(Thread thread) {
    return thread.getState() != Thread.State.WAITING;
  }

  private void takeLock() {
    lock.lock();
    try {
      left.countDown();
    } finally {
      lock.unlock();
    }
  }

  /** What each thread was doing, for a person to read. */
  private void keepStacks(Path file) throws IOException {
    StringBuilder text = new StringBuilder("the lock: " + lock + "\n");
    for (Thread thread : threads) {
      text.append("\n\"").append(thread.getName()).append("\" ").append(thread.getState());
      for (StackTraceElement frame : thread.getStackTrace()) {
        text.append("\n    at ").append(frame);
      }
      text.append('\n');
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
