package io.anteroom.report;

import io.anteroom.report.html.Margin;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.TheoryReport;
import io.anteroom.result.metric.Metrics;
import io.anteroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of durations: one row a kind, one column a statistic; below it how sure the figures are
 * and what theory says, where that is known.
 */
final class LatencyTable {
  private static final List<String> USUAL =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  /** With a million visits. */
  private static final List<String> MANY =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "p99.999", "max");

  private static final String FINEST = "p99.999";

  private static final int LABEL_WIDTH = 13;

  /** What is left of a line for all columns. */
  private static final int CELLS_WIDTH = 65;

  private static final String NO_FIGURE = "–";

  /**
   * A row of the table.
   *
   * @param below whether it says something of the row above
   */
  record Row(String label, boolean below, List<String> cells) {}

  private final RunResult result;
  private final List<String> headings;
  private final List<Row> rows = new ArrayList<>();

  private LatencyTable(RunResult result) {
    this.result = result;
    this.headings =
        Stream.of("wait", "hold", "response", "abandonedWait").anyMatch(this::isFine)
            ? MANY
            : USUAL;
  }

  private boolean isFine(String metric) {
    Latency latency =
        switch (metric) {
          case "wait" -> result.waits();
          case "hold" -> result.hold();
          case "response" -> result.response();
          default -> result.abandonedWait();
        };
    return latency.count() > 0 && !figure(metric, latency, FINEST).equals(NO_FIGURE);
  }

  /** The statistics, each a column. */
  static List<String> headings(RunResult result) {
    return new LatencyTable(result).headings;
  }

  /** The rows from the top; a cell may be missing at the end. */
  static List<Row> rows(RunResult result) {
    LatencyTable table = new LatencyTable(result);
    table.addAll();
    return table.rows;
  }

  static void print(RunResult result, Page page) {
    Style style = page.style();
    List<String> headings = headings(result);
    int width = CELLS_WIDTH / headings.size();
    page.line(style.faint(" ".repeat(LABEL_WIDTH) + cells(headings, width)));
    for (Row row : rows(result)) {
      String label = (row.below ? "  " : "") + row.label;
      String line = label + " ".repeat(LABEL_WIDTH - label.length()) + cells(row.cells, width);
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
    if (headings.stream().anyMatch(heading -> estimate(metric, heading) != null)) {
      rows.add(
          new Row("±", true, headings.stream().map(heading -> half(metric, heading)).toList()));
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
      return headings.stream().map(heading -> NO_FIGURE);
    }
    return headings.stream().map(heading -> figure(metric, latency, heading));
  }

  private String figure(String metric, Latency latency, String heading) {
    boolean unsure =
        result.simulation() != null && !heading.equals("max") && estimate(metric, heading) == null;
    Number figure = unsure ? null : figure(latency, heading);
    return figure == null ? NO_FIGURE : FigureText.duration(figure.doubleValue());
  }

  /** Null where too few durations lie beyond a percentile. */
  private static @Nullable Number figure(Latency latency, String heading) {
    return switch (heading) {
      case "mean" -> Double.valueOf(latency.meanNanos());
      case "max" -> Long.valueOf(latency.maxNanos());
      default -> latency.percentileNanos(Double.parseDouble(heading.substring(1)));
    };
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
  private static String cells(List<String> texts, int width) {
    return texts.stream()
        .map(text -> text.matches("[0-9.]+s") ? text + " " : text)
        .map(text -> " ".repeat(Math.max(width - text.length(), 0)) + text)
        .collect(Collectors.joining());
  }
}
