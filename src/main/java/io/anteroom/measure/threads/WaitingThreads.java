package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in a thread dump, and for whom. Platform threads and virtual ones.
 *
 * @param threads how many threads of the application wait
 * @param groups by place and lock, the largest first
 * @param cycles threads each of which waits for a lock of the next, and the last for one of the
 *     first: none of them can ever go on
 */
public record WaitingThreads(
    int threads, List<WaitingGroup> groups, List<List<DumpedThread>> cycles) {
  public WaitingThreads {
    groups = List.copyOf(groups);
    cycles = List.copyOf(cycles);
  }

  private record Key(
      Frame cause,
      @Nullable Frame caller,
      @Nullable Frame via,
      String called,
      WaitKind kind,
      @Nullable String lock) {}

  /** Those of a dump. */
  public static WaitingThreads of(ThreadDump dump) {
    Map<Long, DumpedThread> byId = new HashMap<>();
    Map<String, DumpedThread> owners = new HashMap<>();
    for (DumpedThread thread : dump.threads()) {
      byId.put(thread.id(), thread);
      thread.locks().held().forEach(lock -> owners.put(lock, thread));
    }
    Map<Key, List<DumpedThread>> together = new LinkedHashMap<>();
    for (DumpedThread thread : dump.threads()) {
      WaitingThread.of(thread)
          .ifPresent(
              waiting ->
                  together
                      .computeIfAbsent(
                          new Key(
                              waiting.cause(),
                              waiting.caller(),
                              waiting.via(),
                              waiting.called(),
                              waiting.kind(),
                              thread.locks().awaited()),
                          key -> new ArrayList<>())
                      .add(thread));
    }
    List<WaitingGroup> groups = new ArrayList<>();
    together.forEach(
        (key, threads) ->
            groups.add(
                new WaitingGroup(
                    key.cause(),
                    key.caller(),
                    key.via(),
                    key.called(),
                    key.kind(),
                    key.lock(),
                    owner(threads.getFirst(), byId, owners),
                    threads)));
    groups.sort(Comparator.comparingInt((WaitingGroup group) -> -group.threads().size()));
    int waiting = groups.stream().mapToInt(group -> group.threads().size()).sum();
    return new WaitingThreads(waiting, groups, cycles(dump, byId, owners));
  }

  private static Optional<DumpedThread> owner(
      DumpedThread waiting, Map<Long, DumpedThread> byId, Map<String, DumpedThread> owners) {
    String lock = waiting.locks().awaited();
    DumpedThread told = byId.get(waiting.locks().owner());
    DumpedThread owner = told == null && lock != null ? owners.get(lock) : told;
    return owner == null || owner.id() == waiting.id() ? Optional.empty() : Optional.of(owner);
  }

  private static List<List<DumpedThread>> cycles(
      ThreadDump dump, Map<Long, DumpedThread> byId, Map<String, DumpedThread> owners) {
    List<List<DumpedThread>> cycles = new ArrayList<>();
    Set<Long> done = new HashSet<>();
    for (DumpedThread start : dump.threads()) {
      List<DumpedThread> way = new ArrayList<>();
      Optional<DumpedThread> next = Optional.of(start);
      while (next.isPresent() && !way.contains(next.get()) && done.add(next.get().id())) {
        way.add(next.get());
        next = owner(next.get(), byId, owners);
      }
      int first = next.map(way::indexOf).orElse(-1);
      if (first >= 0) {
        cycles.add(List.copyOf(way.subList(first, way.size())));
      }
    }
    return cycles;
  }

  /** Those that only another thread can release, the largest first. */
  public List<WaitingGroup> onOthers() {
    return groups.stream().filter(group -> group.kind().isOnOthers()).toList();
  }
}
