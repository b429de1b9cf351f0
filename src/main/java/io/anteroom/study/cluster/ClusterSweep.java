package io.anteroom.study.cluster;

import io.anteroom.scenario.ClockKind;
import io.anteroom.scenario.DurationText;
import io.anteroom.study.cell.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment whose cells go to a cluster.
 *
 * @param id what it is called in the database: unique
 * @param name that of its scenario
 * @param version of Anteroom: a worker has to have the same
 * @param clock {@code wall} or {@code simulated}
 * @param cells how many it has in all
 * @param timeout how long a cell may take in real time
 * @param block the key of a cell's point by which cells belong together: they run on one machine,
 *     one after the other; empty: each by itself
 * @param resumable whether it can be gathered later; else an early end cancels it
 */
public record ClusterSweep(
    String id,
    String name,
    String version,
    ClockKind clock,
    int cells,
    Duration timeout,
    String block,
    boolean resumable) {
  private static final int BATCHES = 200;
  private static final int MOST_CELLS = 50;

  /** The cells that a worker takes at once: simulated ones are many and short. */
  List<List<Cell>> batches(List<Cell> of) {
    if (clock == ClockKind.WALL) {
      Map<String, List<Cell>> blocks = new LinkedHashMap<>();
      for (Cell cell : of) {
        String key = cell.point().getOrDefault(block, cell.name());
        blocks.computeIfAbsent(key, none -> new ArrayList<>()).add(cell);
      }
      return List.copyOf(blocks.values());
    }
    int size = Math.clamp(of.size() / BATCHES, 1, MOST_CELLS);
    List<List<Cell>> batches = new ArrayList<>();
    for (int from = 0; from < of.size(); from += size) {
      batches.add(of.subList(from, Math.min(from + size, of.size())));
    }
    return batches;
  }

  /**
   * @param plugins the checksum of those that the cells need; null: none
   */
  BatchRecord record(List<Cell> batch, @Nullable String plugins) {
    return new BatchRecord(
        BatchRecord.SCHEMA,
        version,
        clock.word(),
        DurationText.format(timeout),
        batch.stream()
            .map(
                cell ->
                    new BatchRecord.Member(
                        cell.name(),
                        cell.point(),
                        cell.jvm().jdk().feature(),
                        PluginChecksum.without(cell.jvm().arguments())))
            .toList(),
        plugins);
  }
}
