package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.List;
import java.util.Set;

/** What a waiting thread waits for, as its stack tells. */
public enum WaitKind {
  /** A monitor that another thread has entered. */
  MONITOR(true),
  /** A lock of {@code java.util.concurrent}, or a permit of a semaphore or a pool. */
  PERMIT(true),
  /** A signal, a result or the end of another thread. */
  SIGNAL(true),
  /** Work from a queue: who has nothing to do waits there, too. */
  QUEUE(false),
  /** Time. */
  SLEEP(false),
  /** A file, a socket or a process. */
  INPUT(false);

  private static final Set<String> PERMITS =
      Set.of("ReentrantLock", "ReentrantReadWriteLock", "StampedLock", "Semaphore");
  private static final List<String> INPUTS =
      List.of("sun.nio.", "java.nio.", "java.io.", "java.net.", "sun.net.", "java.lang.Process");

  /** It hands connections over by a queue, which is not idleness. */
  private static final String HANDED_OVER = "com.zaxxer.hikari.";

  private final boolean onOthers;

  WaitKind(boolean onOthers) {
    this.onOthers = onOthers;
  }

  /** Whether only another thread of the same JVM can end the wait, or a limit on it. */
  public boolean isOnOthers() {
    return onOthers;
  }

  /**
   * @param above the frames of the JDK above it, top first; not empty
   * @param site the first frame that is not of the JDK
   */
  static WaitKind of(List<Frame> above, Frame site) {
    Frame called = above.getLast();
    String outer = called.type().split("\\$", 2)[0];
    String simple = outer.substring(outer.lastIndexOf('.') + 1);
    if (above.stream().anyMatch(frame -> frame.method().startsWith("sleep"))) {
      return SLEEP;
    }
    if (above.stream().anyMatch(frame -> INPUTS.stream().anyMatch(frame.type()::startsWith))) {
      return INPUT;
    }
    if (site.type().startsWith(HANDED_OVER)
        || (PERMITS.contains(simple) && !called.type().contains("Condition"))) {
      return PERMIT;
    }
    return simple.endsWith("Queue") || simple.endsWith("Deque") || simple.equals("Exchanger")
        ? QUEUE
        : SIGNAL;
  }
}
