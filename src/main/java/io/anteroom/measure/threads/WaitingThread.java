package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A thread of the application that waits. Threads that run the JDK's code alone are not meant.
 *
 * @param cause the application's first frame
 * @param called the method of the JDK that it called, such as {@code Semaphore.acquire}; empty
 *     where it entered a monitor
 */
record WaitingThread(DumpedThread thread, Frame cause, String called, WaitKind kind) {
  /** Where threads that wait are in the end. */
  private static final Set<String> BLOCKING =
      Set.of(
          "jdk.internal.misc.Unsafe.park",
          "java.lang.VirtualThread.park",
          "java.lang.VirtualThread.parkNanos",
          "java.lang.VirtualThread.parkOnCarrierThread",
          "java.lang.VirtualThread.yieldContinuation",
          "jdk.internal.vm.Continuation.yield",
          "java.lang.Object.wait",
          "java.lang.Object.wait0",
          "java.lang.Thread.sleep",
          "java.lang.Thread.sleep0");

  static Optional<WaitingThread> of(DumpedThread thread) {
    List<Frame> stack = thread.stack();
    int first = 0;
    while (first < stack.size() && stack.get(first).isPlatform()) {
      first++;
    }
    if (first == stack.size()) {
      return Optional.empty();
    }
    Frame cause = stack.get(first);
    if (first == 0) {
      return entersMonitor(thread)
          ? Optional.of(new WaitingThread(thread, cause, "", WaitKind.MONITOR))
          : Optional.empty();
    }
    List<Frame> above = stack.subList(0, first);
    WaitKind kind = WaitKind.of(above, cause);
    return waits(thread, above, kind)
        ? Optional.of(new WaitingThread(thread, cause, called(above.getLast()), kind))
        : Optional.empty();
  }

  private static boolean entersMonitor(DumpedThread thread) {
    return thread.state() == Thread.State.BLOCKED
        || (thread.state() == null && thread.locks().awaited() != null);
  }

  /** A thread in a system call is runnable for the JVM. */
  private static boolean waits(DumpedThread thread, List<Frame> above, WaitKind kind) {
    Thread.State state = thread.state();
    return kind == WaitKind.INPUT
        || state == Thread.State.WAITING
        || state == Thread.State.TIMED_WAITING
        || state == Thread.State.BLOCKED
        || (state == null
            && above.stream().limit(2).anyMatch(frame -> BLOCKING.contains(frame.name())));
  }

  private static String called(Frame frame) {
    String type = frame.type().substring(frame.type().lastIndexOf('.') + 1);
    return type.replaceAll("\\$(?:NonfairSync|FairSync|Sync)$", "").replace('$', '.')
        + "."
        + frame.method();
  }
}
