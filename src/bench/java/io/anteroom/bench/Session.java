package io.anteroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs benchmarks one after the other, says what they find, and writes it down at once: whatever
 * ends it, what was measured so far is kept. A benchmark that fails does not stop the next one.
 * Confined to one thread.
 */
final class Session {
  private final Catalogue catalogue;
  private final ResultsFiles files;
  private final Size size;
  private final Console console;
  private BenchmarkResults results;
  private boolean failed;

  /**
   * @throws IOException if what former runs have found can't be read
   * @throws io.anteroom.result.store.UnreadableResultException if it is something else
   */
  Session(Catalogue catalogue, Path folder, Size size, Console console) throws IOException {
    this.catalogue = catalogue;
    this.files = new ResultsFiles(folder, catalogue);
    this.size = size;
    this.console = console;
    this.results = files.read();
  }

  /** Runs these; false if one of them failed. */
  boolean run(List<Benchmark> benchmarks) throws IOException, InterruptedException {
    files.write(results);
    for (Benchmark benchmark : benchmarks) {
      run(benchmark);
    }
    console.line("written to " + files);
    return !failed;
  }

  private void run(Benchmark benchmark) throws IOException, InterruptedException {
    console.line(benchmark.name());
    Draft draft =
        new Draft(Block.begun(benchmark.name(), Circumstances.now(size, Anteroom.checkout())));
    try {
      benchmark.measure(size, draft::add);
      draft.end(Block.COMPLETE);
    } catch (InterruptedException | IOException | RuntimeException fault) {
      fail(draft, fault);
      if (fault instanceof InterruptedException interrupted) {
        throw interrupted;
      }
    } catch (Exception fault) {
      fail(draft, fault);
    }
  }

  private void fail(Draft draft, Exception fault) throws IOException {
    failed = true;
    String reason = "failed: " + reason(fault);
    console.line("  " + reason);
    draft.end(reason);
  }

  private static String reason(Exception fault) {
    String message = fault.getMessage();
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    return fault instanceof IllegalStateException && !first.isEmpty()
        ? first
        : fault.getClass().getSimpleName() + (first.isEmpty() ? "" : ": " + first);
  }

  /** A block that is being filled. */
  private final class Draft {
    private Block block;

    Draft(Block block) {
      this.block = block;
    }

    void add(Finding finding) {
      Figure figure = Figure.of(finding);
      block = block.with(figure);
      console.line("  " + line(figure));
      try {
        keep();
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
    }

    /** Figures of a former run stay where this one has found nothing. */
    void end(String status) throws IOException {
      block = block.ended(status);
      if (!block.figures().isEmpty() || results.of(block.benchmark()).isEmpty()) {
        keep();
      }
    }

    private void keep() throws IOException {
      results = results.with(block, catalogue.names());
      files.write(results);
    }
  }

  private static String line(Figure figure) {
    StringBuilder line = new StringBuilder(figure.what() + ": " + FigureWords.figure(figure));
    String interval = FigureWords.interval(figure);
    if (!interval.isEmpty()) {
      line.append("; ").append(interval);
    }
    if (figure.aim() != null) {
      line.append("; aim ").append(FigureWords.aim(figure));
      line.append(Boolean.TRUE.equals(figure.met()) ? ", met" : ", not met");
    }
    return line.toString();
  }
}
