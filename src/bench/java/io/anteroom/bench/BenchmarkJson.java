package io.anteroom.bench;

import io.anteroom.result.store.ExactNumber;
import io.anteroom.result.store.PrettyJson;
import io.anteroom.result.store.VersionedJson;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@link BenchmarkResults} as JSON, in UTF-8. Its keys are the records' components, in the order in
 * which these are declared.
 */
final class BenchmarkJson {
  private static final JsonType<BenchmarkResults> RESULTS =
      ExactNumber.jsonb().type(BenchmarkResults.class);

  private static final VersionedJson<BenchmarkResults> READER =
      new VersionedJson<>(
          RESULTS, "record of benchmarks", BenchmarkResults.SCHEMA, List.of("blocks"), List.of());

  private BenchmarkJson() {}

  /** The results for programs and persons to read, ending in a line feed. */
  static String write(BenchmarkResults results) {
    return PrettyJson.of(RESULTS.toJson(results));
  }

  /**
   * The results that were written as this text.
   *
   * @throws io.anteroom.result.store.UnreadableResultException if it does not hold any
   */
  static BenchmarkResults read(String json) {
    return READER.read(json);
  }

  /**
   * The results that a file holds.
   *
   * @throws IOException if the file can't be read
   * @throws io.anteroom.result.store.UnreadableResultException if it does not hold any
   */
  static BenchmarkResults read(Path file) throws IOException {
    return READER.read(file);
  }
}
