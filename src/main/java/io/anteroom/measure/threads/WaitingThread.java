package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thread of the application that waits. Threads that run the JDK's code alone are not meant.
 *
 * @param cause the program's first frame: no library that lends or passes on; the first that is not
 *     of the JDK where there is none
 * @param caller the next frame below it that is not of the JDK; null where there is none
 * @param via the first frame of the libraries above the cause; null where there is none
 * @param called the method of the JDK that it called, such as {@code Semaphore.acquire}; empty
 *     where it entered a monitor
 */
record WaitingThread(
    DumpedThread thread,
    Frame cause,
    @Nullable Frame caller,
    @Nullable Frame via,
    String called,
    WaitKind kind) {
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

  /** Pools, and what programs reach them through. */
  private static final List<String> LIBRARIES =
      List.of(
          "com.zaxxer.hikari.",
          "io.agroal.",
          "org.apache.tomcat.jdbc.",
          "org.apache.tomcat.dbcp.",
          "org.apache.commons.pool2.",
          "org.apache.commons.dbcp2.",
          "com.mchange.",
          "oracle.ucp.",
          "io.github.resilience4j.",
          "org.apache.http.",
          "org.apache.hc.",
          "redis.clients.jedis.",
          "org.springframework.jdbc.",
          "org.springframework.orm.",
          "org.springframework.transaction.",
          "org.springframework.data.",
          "org.hibernate.",
          "org.jooq.",
          "org.apache.ibatis.");

  static Optional<WaitingThread> of(DumpedThread thread) {
    List<Frame> stack = thread.stack();
    int first = 0;
    while (first < stack.size() && stack.get(first).isPlatform()) {
      first++;
    }
    if (first == stack.size()) {
      return Optional.empty();
    }
    List<Frame> above = stack.subList(0, first);
    Frame site = stack.get(first);
    WaitKind kind = first == 0 ? WaitKind.MONITOR : WaitKind.of(above, site);
    boolean waits = first == 0 ? entersMonitor(thread) : waits(thread, above, kind);
    return waits
        ? Optional.of(of(thread, first, first == 0 ? "" : called(above.getLast()), kind))
        : Optional.empty();
  }

  private static WaitingThread of(DumpedThread thread, int first, String called, WaitKind kind) {
    List<Frame> own =
        thread.stack().stream().skip(first).filter(frame -> !frame.isPlatform()).toList();
    int cause = 0;
    while (cause < own.size() && isLibrary(own.get(cause))) {
      cause++;
    }
    cause = cause == own.size() ? 0 : cause;
    return new WaitingThread(
        thread,
        own.get(cause),
        cause + 1 < own.size() ? own.get(cause + 1) : null,
        cause == 0 ? null : own.getFirst(),
        called,
        kind);
  }

  private static boolean isLibrary(Frame frame) {
    return LIBRARIES.stream().anyMatch(frame.type()::startsWith);
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
