package io.anteroom.measure.threads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thread waits for and has, as far as the JVM tells. A lock is {@code type@identity}.
 *
 * @param awaited the lock, monitor or condition that it waits for; null where it is not told
 * @param owner the id of the thread that has it; {@link DumpedThread#NONE} where it is not told
 * @param held the monitors that it has entered
 */
public record ThreadLocks(@Nullable String awaited, long owner, List<String> held) {
  /** Nothing is told. */
  public static final ThreadLocks UNKNOWN = new ThreadLocks(null, DumpedThread.NONE, List.of());

  public ThreadLocks {
    held = List.copyOf(held);
  }
}
