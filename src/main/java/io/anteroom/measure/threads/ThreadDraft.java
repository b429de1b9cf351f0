package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thread of a dump that is still being read. Confined to one thread. */
final class ThreadDraft {
  long id = DumpedThread.NONE;
  String name = "";
  boolean virtual;
  Thread.@Nullable State state;
  long carrier = DumpedThread.NONE;
  long cpuNanos = DumpedThread.NONE;
  @Nullable String awaited;
  long owner = DumpedThread.NONE;
  final List<Frame> frames = new ArrayList<>();
  final List<String> held = new ArrayList<>();

  void state(@Nullable String word) {
    for (Thread.State known : Thread.State.values()) {
      if (known.name().equals(word)) {
        state = known;
      }
    }
  }

  DumpedThread finished(Stacks stacks) {
    // A thread in Object.wait has given its monitor back, though its frame has entered it.
    held.remove(awaited);
    ThreadLocks locks =
        awaited == null && held.isEmpty()
            ? ThreadLocks.UNKNOWN
            : new ThreadLocks(awaited, owner, held);
    return new DumpedThread(
        id, name, virtual, state, stacks.stack(frames), locks, carrier, cpuNanos);
  }
}
