package io.anteroom.study.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a worker must have to run a batch.
 *
 * @param version of Anteroom
 * @param jdks the feature releases of cells in real time; empty: simulated ones, any will do
 * @param plugins their checksum; null: none
 */
record Requirements(String version, SortedSet<Integer> jdks, @Nullable String plugins) {
  Requirements {
    jdks = Collections.unmodifiableSortedSet(new TreeSet<>(jdks));
  }

  static Requirements of(BatchRecord batch) {
    return new Requirements(
        batch.anteroom(),
        batch.simulated()
            ? Collections.emptySortedSet()
            : new TreeSet<>(batch.cells().stream().map(BatchRecord.Member::jdk).toList()),
        batch.plugins());
  }

  /** The name of the task in the queue: a worker takes those whose needs it meets. */
  String task() {
    String cells = jdks.isEmpty() ? "simulated" : "jdk-" + joined("-");
    return "anteroom-%s-%s%s"
        .formatted(version, cells, plugins == null ? "" : "-plugins-" + plugins);
  }

  private String joined(String separator) {
    return jdks.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }

  /** All the needs of cells in real time that a worker meets. */
  static List<Requirements> metInRealTime(
      String version, Collection<Integer> jdks, @Nullable String plugins) {
    List<Integer> of = List.copyOf(jdks);
    List<Requirements> met = new ArrayList<>();
    for (int bits = 1; bits < 1 << of.size(); bits++) {
      SortedSet<Integer> subset = new TreeSet<>();
      for (int i = 0; i < of.size(); i++) {
        if ((bits & (1 << i)) != 0) {
          subset.add(of.get(i));
        }
      }
      met.addAll(met(version, subset, plugins));
    }
    return met;
  }

  /** All the needs of simulated cells that a worker meets. */
  static List<Requirements> metSimulated(String version, @Nullable String plugins) {
    return met(version, Collections.emptySortedSet(), plugins);
  }

  private static List<Requirements> met(
      String version, SortedSet<Integer> jdks, @Nullable String plugins) {
    Requirements without = new Requirements(version, jdks, null);
    return plugins == null
        ? List.of(without)
        : List.of(without, new Requirements(version, jdks, plugins));
  }

  /** Why none of the workers meets the needs; empty: one does. */
  String hindrance(List<WorkerRecord> workers) {
    List<WorkerRecord> alive = workers.stream().filter(worker -> !worker.silent()).toList();
    if (alive.isEmpty()) {
      return "nobody works: start anteroom worker";
    }
    List<WorkerRecord> same =
        alive.stream().filter(worker -> worker.version().equals(version)).toList();
    if (same.isEmpty()) {
      WorkerRecord other = alive.getFirst();
      return "no worker has Anteroom %s: %s has %s"
          .formatted(version, other.worker(), other.version());
    }
    List<WorkerRecord> equipped = same.stream().filter(this::hasPlugins).toList();
    if (equipped.isEmpty()) {
      WorkerRecord other = same.getFirst();
      return "no worker has these plugins: "
          + (other.plugins() == null ? "start one with --plugins" : other.worker() + " has others");
    }
    WorkerRecord other = equipped.getFirst();
    return equipped.stream().anyMatch(this::hasJdks)
        ? ""
        : "no worker has JDK %s: %s has %s"
            .formatted(joined(" and "), other.worker(), String.join(", ", other.jdks()));
  }

  private boolean hasPlugins(WorkerRecord worker) {
    return plugins == null || plugins.equals(worker.plugins());
  }

  private boolean hasJdks(WorkerRecord worker) {
    return jdks.stream().allMatch(jdk -> worker.jdks().contains(String.valueOf(jdk)));
  }
}
