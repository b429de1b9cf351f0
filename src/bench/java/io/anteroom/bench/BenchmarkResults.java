package io.anteroom.bench;

import io.anteroom.result.store.Document;
import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all benchmarks found, each when it was last run: what {@code benchmarks.json} holds.
 *
 * @param blocks one a benchmark, in the catalogue's order
 */
@Json
record BenchmarkResults(int schema, List<Block> blocks) {
  /** The version that this code writes. */
  static final int SCHEMA = 1;

  /** How they are written and read. */
  static final Document<BenchmarkResults> JSON =
      new Document<>(BenchmarkResults.class, "record of benchmarks", SCHEMA, List.of("blocks"));

  static final BenchmarkResults NONE = new BenchmarkResults(SCHEMA, List.of());

  BenchmarkResults {
    blocks = List.copyOf(blocks);
  }

  /** With this block in place of the benchmark's former one, in the order of these names. */
  BenchmarkResults with(Block block, List<String> order) {
    List<Block> merged = new ArrayList<>(blocks);
    merged.removeIf(former -> former.benchmark().equals(block.benchmark()));
    merged.add(block);
    merged.sort(Comparator.comparingInt(one -> place(one, order)));
    return new BenchmarkResults(SCHEMA, merged);
  }

  /** Benchmarks that are no more come last. */
  private static int place(Block block, List<String> order) {
    int place = order.indexOf(block.benchmark());
    return place < 0 ? order.size() : place;
  }

  /** What a benchmark found. */
  Optional<Block> of(String benchmark) {
    return blocks.stream().filter(block -> block.benchmark().equals(benchmark)).findFirst();
  }
}
