package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait in the same place for the same lock, and came there from the same place.
 *
 * @param caller who called the cause; null where nobody of the application did
 * @param via the first frame of the libraries that the cause has called; null where it called the
 *     JDK
 * @param called what they called there, such as {@code Semaphore.acquire}; empty: they enter a
 *     monitor
 * @param lock as {@link ThreadLocks} names it; null where it is not told
 * @param owner who has the lock, where the JVM tells or the dump shows it
 * @param threads in the order of the dump; not empty
 */
public record WaitingGroup(
    Frame cause,
    @Nullable Frame caller,
    @Nullable Frame via,
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

  /** What they called, or that they enter a monitor, and in which library. */
  public String how() {
    return (called.isEmpty() ? "entering a monitor" : called) + (via == null ? "" : " in " + via);
  }

  /** Whether they wait for the same as those, or for something that looks the same. */
  public boolean waitsAlike(WaitingGroup other) {
    return how().equals(other.how())
        && (lock == null || other.lock == null || lock.equals(other.lock));
  }

  /**
   * Those of them that wait for something alike, and have come further than these: from the root on
   * their stacks are the same, up to a method in which those are at a later line, or have called
   * another one of the program. What that method got, it may hold.
   */
  public List<WaitingGroup> further(List<WaitingGroup> groups) {
    return groups.stream()
        .filter(other -> waitsAlike(other) && isPast(other.own(), own()))
        .toList();
  }

  /** The program's frames of one of them, root first. */
  private List<Frame> own() {
    List<Frame> frames = threads.getFirst().stack();
    int cause = frames.indexOf(this.cause);
    return frames.subList(cause, frames.size()).reversed();
  }

  private static boolean isPast(List<Frame> further, List<Frame> these) {
    int same = 0;
    while (same < these.size() && same < further.size() && alike(these, further, same)) {
      same++;
    }
    if (same == these.size()) {
      return same > 0 && further.size() > same;
    }
    return same < further.size()
        && these.get(same).name().equals(further.get(same).name())
        && these.get(same).line() < further.get(same).line();
  }

  private static boolean alike(List<Frame> these, List<Frame> further, int at) {
    return these.get(at).equals(further.get(at));
  }
}
