package io.anteroom.bench;

import io.anteroom.result.Environment;
import io.anteroom.result.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The results as Markdown: where they come from, and a table for each chapter. */
final class MarkdownTables {
  private static final String HEAD =
      """
      # Benchmarks

      Written by `mvn -Pbench -DskipTests verify`; only some of them by `-Dbench=NAME,NAME`. A ratio
      is the median of the ratios of pairs of runs that took turns. Its interval holds the median
      with at least 95% (order statistics, exact); of fewer than six pairs the range stands there.
      All raw figures are in [`benchmarks.json`](benchmarks.json).

      ![Each ratio, its interval and its aim](ratios.svg)

      """;

  private static final String TINY =
      """
      **Some of these are tiny runs, which only show that the benchmarks work: their figures say
      nothing.**

      """;

  private final Catalogue catalogue;

  MarkdownTables(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The whole document. */
  String of(BenchmarkResults results) {
    StringBuilder text = new StringBuilder(HEAD);
    if (results.blocks().stream().anyMatch(block -> block.circumstances().size() == Size.TINY)) {
      text.append(TINY);
    }
    text.append("## Where and when\n\n");
    row(
        text,
        List.of("benchmark", "when", "commit", "JDK", "processors", "memory", "load", "status"));
    rule(text, 8);
    results.blocks().forEach(block -> row(text, circumstances(block)));
    catalogue.chapters().forEach(chapter -> append(text, chapter, results));
    return text.toString();
  }

  private static List<String> circumstances(Block block) {
    Circumstances circumstances = block.circumstances();
    Environment environment = circumstances.environment();
    String processors = FigureText.count(environment.processors());
    double load = environment.hostLoad();
    String size = circumstances.size() == Size.TINY ? ", tiny" : "";
    return List.of(
        "`" + block.benchmark() + "`",
        environment.startedAt(),
        Objects.requireNonNullElse(circumstances.commit(), "unknown"),
        environment.jdk(),
        processors + " × " + Objects.requireNonNullElse(circumstances.processor(), "unknown"),
        FigureWords.measured((double) circumstances.memoryBytes(), "bytes"),
        load < 0 ? "unknown" : FigureText.number(load, 2),
        block.status() + size);
  }

  private static void append(StringBuilder text, Chapter chapter, BenchmarkResults results) {
    List<Figure> figures =
        chapter.benchmarks().stream()
            .flatMap(benchmark -> results.of(benchmark.name()).stream())
            .flatMap(block -> block.figures().stream())
            .toList();
    if (figures.isEmpty()) {
      return;
    }
    text.append("\n## ").append(chapter.title()).append("\n\n");
    row(text, List.of("what", "figure", "interval", "aim", "met"));
    rule(text, 5);
    figures.forEach(figure -> row(text, cells(figure)));
  }

  private static List<String> cells(Figure figure) {
    return List.of(
        what(figure),
        FigureWords.figure(figure),
        FigureWords.interval(figure),
        FigureWords.aim(figure),
        FigureWords.met(figure));
  }

  private static String what(Figure figure) {
    return figure.isRatio()
        ? "%s: %s against %s".formatted(figure.what(), figure.one(), figure.other())
        : figure.what();
  }

  private static void row(StringBuilder text, List<String> cells) {
    List<String> escaped = new ArrayList<>();
    cells.forEach(cell -> escaped.add(cell.replace("|", "\\|").replace('\n', ' ')));
    text.append("| ").append(String.join(" | ", escaped)).append(" |\n");
  }

  private static void rule(StringBuilder text, int columns) {
    text.append("|").append("---|".repeat(columns)).append('\n');
  }
}
