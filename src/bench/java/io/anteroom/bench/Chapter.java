package io.anteroom.bench;

import java.util.List;

/**
 * Benchmarks that have a table of their own.
 *
 * @param title what they have in common
 */
record Chapter(String title, List<Benchmark> benchmarks) {
  Chapter {
    benchmarks = List.copyOf(benchmarks);
  }
}
