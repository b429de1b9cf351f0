package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait in the same place for the same lock.
 *
 * @param called what they called there, such as {@code Semaphore.acquire}; empty: they enter a
 *     monitor
 * @param lock as {@link ThreadLocks} names it; null where it is not told
 * @param owner who has the lock, where the JVM tells or the dump shows it
 * @param threads in the order of the dump; not empty
 */
public record WaitingGroup(
    Frame cause,
    String called,
    WaitKind kind,
    @Nullable String lock,
    Optional<DumpedThread> owner,
    List<DumpedThread> threads) {
  public WaitingGroup {
    threads = List.copyOf(threads);
  }

  /** How many of them are virtual. */
  public long virtualThreads() {
    return threads.stream().filter(DumpedThread::virtual).count();
  }

  /** What they called, or that they enter a monitor. */
  public String how() {
    return called.isEmpty() ? "entering a monitor" : called;
  }
}
