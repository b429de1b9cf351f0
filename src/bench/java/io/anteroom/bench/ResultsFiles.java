package io.anteroom.bench;

import io.anteroom.result.store.ReportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that benchmarks write to. Each file is replaced as a whole, so that whoever reads, or
 * a process that is killed, always leaves one that is sound. Confined to one thread.
 */
final class ResultsFiles {
  static final String JSON = "benchmarks.json";
  static final String MARKDOWN = "README.md";
  static final String PICTURE = "ratios.svg";

  private final Path folder;
  private final MarkdownTables tables;

  ResultsFiles(Path folder, Catalogue catalogue) {
    this.folder = folder;
    this.tables = new MarkdownTables(catalogue);
  }

  /**
   * What former runs have found.
   *
   * @throws io.anteroom.result.store.UnreadableResultException if what is there is something else
   */
  BenchmarkResults read() throws IOException {
    Path file = folder.resolve(JSON);
    return Files.exists(file) ? BenchmarkResults.JSON.read(file) : BenchmarkResults.NONE;
  }

  /** Writes all files anew. */
  void write(BenchmarkResults results) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> texts =
        Map.of(
            JSON, BenchmarkResults.JSON.write(results),
            MARKDOWN, tables.of(results),
            PICTURE, RatioPlot.of(results));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      ReportFile.prepare(folder.resolve(text.getKey()), "-Dbench.out")
          .write(out -> out.write(text.getValue().getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
