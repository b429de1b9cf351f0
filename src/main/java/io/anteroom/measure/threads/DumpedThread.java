package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.lang.Thread.State;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A thread in a dump.
 *
 * @param name empty where it has none, or it is not told
 * @param state as {@link Thread.State} names it; null where it is not told
 * @param stack top frame first; empty where it is not told
 * @param carrier the id of the carrier that a virtual thread is on; {@link #NONE}: on none, or it
 *     is not told
 * @param cpuNanos processor time since its start; {@link #NONE} where it is not told
 */
public record DumpedThread(
    long id,
    String name,
    boolean virtual,
    @Nullable State state,
    List<Frame> stack,
    ThreadLocks locks,
    long carrier,
    long cpuNanos) {
  /** Stands for what is not told. */
  public static final long NONE = -1;

  public DumpedThread {
    stack = List.copyOf(stack);
  }

  /** {@code "name" #id}, or the id alone. */
  public String label() {
    return label(name, id);
  }

  static String label(String name, long id) {
    return name.isEmpty() ? "#" + id : "\"" + name + "\" #" + id;
  }

  /** Whether a frame like that is on its stack. */
  public boolean has(Predicate<Frame> wanted) {
    return stack.stream().anyMatch(wanted);
  }
}
