package io.anteroom.report;

import io.anteroom.expectation.Metrics;
import io.anteroom.report.html.Margin;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Estimate;
import io.anteroom.result.TheoryReport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of durations: one row a kind, one column a statistic; below it how sure the figures are
 * and what theory says, where that is known.
 */
final class LatencyTable {
  /** The statistics, each a column. */
  static final List<String> HEADINGS =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  private static final int LABEL_WIDTH = 13;
  private static final int CELL_WIDTH = 9;
  private static final String NO_FIGURE = "–";

  /**
   * A row of the table.
   *
   * @param below whether it says something of the row above
   */
  record Row(String label, boolean below, List<String> cells) {}

  private final RunResult result;
  private final List<Row> rows = new ArrayList<>();

  private LatencyTable(RunResult result) {
    this.result = result;
  }

  /** The rows from the top; a cell may be missing at the end. */
  static List<Row> rows(RunResult result) {
    LatencyTable table = new LatencyTable(result);
    table.addAll();
    return table.rows;
  }

  static void print(RunResult result, Page page) {
    Style style = page.style();
    page.line(style.faint(" ".repeat(LABEL_WIDTH) + cells(HEADINGS)));
    for (Row row : rows(result)) {
      String label = (row.below ? "  " : "") + row.label;
      String line = label + " ".repeat(LABEL_WIDTH - label.length()) + cells(row.cells);
      page.line(
          row.below ? style.faint(line) : row.label.equals("wait") ? style.strong(line) : line);
    }
  }

  private void addAll() {
    add("wait", "wait", result.waits());
    addTheory(result.theory());
    addUncorrected(result.uncorrectedWait());
    add("hold", "hold", result.hold());
    add("response", "response", result.response());
    if (result.abandonedWait().count() > 0) {
      add("abandoned", "abandonedWait", result.abandonedWait());
    }
  }

  private void add(String label, String metric, Latency latency) {
    rows.add(new Row(label, false, figures(metric, latency).toList()));
    if (HEADINGS.stream().anyMatch(heading -> estimate(metric, heading) != null)) {
      rows.add(
          new Row("±", true, HEADINGS.stream().map(heading -> half(metric, heading)).toList()));
    }
  }

  private void addUncorrected(@Nullable Latency waits) {
    if (waits != null && waits.count() > 0) {
      rows.add(new Row("uncorrected", true, figures("uncorrectedWait", waits).toList()));
    }
  }

  /** Of a simulation no mean and no quantile is shown of which nobody knows how sure it is. */
  private Stream<String> figures(String metric, Latency latency) {
    if (latency.count() == 0) {
      return HEADINGS.stream().map(heading -> NO_FIGURE);
    }
    Iterator<Double> figures =
        List.of(
                latency.meanNanos(),
                (double) latency.p50Nanos(),
                (double) latency.p90Nanos(),
                (double) latency.p99Nanos(),
                (double) latency.p999Nanos(),
                (double) latency.p9999Nanos(),
                (double) latency.maxNanos())
            .iterator();
    return HEADINGS.stream()
        .map(
            heading -> {
              double figure = figures.next();
              boolean unsure =
                  result.simulation() != null
                      && !heading.equals("max")
                      && estimate(metric, heading) == null;
              return unsure ? NO_FIGURE : FigureText.duration(figure);
            });
  }

  private String half(String metric, String heading) {
    Estimate estimate = estimate(metric, heading);
    return estimate == null
        ? ""
        : Margin.of(Metrics.find(metric + "." + heading).orElseThrow(), estimate)
            .replace(Margin.EVEN, "")
            .replace(" ", "");
  }

  private @Nullable Estimate estimate(String metric, String heading) {
    Confidence confidence = result.confidence();
    return confidence == null ? null : confidence.metrics().get(metric + "." + heading);
  }

  private void addTheory(@Nullable TheoryReport theory) {
    if (theory == null || theory.meanWaitNanos() == null) {
      return;
    }
    Stream<@Nullable Double> figures =
        Stream.of(
            theory.meanWaitNanos(),
            theory.waitP50Nanos(),
            theory.waitP90Nanos(),
            theory.waitP99Nanos(),
            theory.waitP999Nanos());
    rows.add(
        new Row(
            "theory",
            true,
            figures
                .map(figure -> figure == null ? NO_FIGURE : FigureText.duration(figure))
                .toList()));
  }

  /** Units have a column of their own: the one of seconds is a letter shorter than the others. */
  private static String cells(List<String> texts) {
    return texts.stream()
        .map(text -> text.matches("[0-9.]+s") ? text + " " : text)
        .map(text -> " ".repeat(CELL_WIDTH - text.length()) + text)
        .collect(Collectors.joining());
  }
}
