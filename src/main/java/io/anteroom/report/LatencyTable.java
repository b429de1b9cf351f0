package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Estimate;
import io.anteroom.result.TheoryReport;
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
  private static final int LABEL_WIDTH = 9;
  private static final int CELL_WIDTH = 10;
  private static final List<String> HEADINGS =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  private static final String NO_FIGURE = "–";

  private final RunResult result;
  private final Page page;

  private LatencyTable(RunResult result, Page page) {
    this.result = result;
    this.page = page;
  }

  static void print(RunResult result, Page page) {
    new LatencyTable(result, page).print();
  }

  private void print() {
    Style style = page.style();
    page.line(style.faint(" ".repeat(LABEL_WIDTH) + cells(HEADINGS.stream())));
    page.line(style.strong(row("wait", result.waits())));
    printIntervals("wait");
    printTheory(result.theory());
    page.line(row("hold", result.hold()));
    printIntervals("hold");
    page.line(row("response", result.response()));
    printIntervals("response");
    if (result.abandonedWait().count() > 0) {
      page.line(row("abandoned", result.abandonedWait()));
      printIntervals("abandonedWait");
    }
  }

  private String row(String label, Latency latency) {
    String metric = label.equals("abandoned") ? "abandonedWait" : label;
    return line(label, figures(metric, latency));
  }

  private static String line(String label, Stream<String> figures) {
    return label + " ".repeat(LABEL_WIDTH - label.length()) + cells(figures);
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

  private void printIntervals(String metric) {
    if (HEADINGS.stream().anyMatch(heading -> estimate(metric, heading) != null)) {
      page.line(
          page.style().faint(line("  ±", HEADINGS.stream().map(heading -> half(metric, heading)))));
    }
  }

  private String half(String metric, String heading) {
    Estimate estimate = estimate(metric, heading);
    return estimate == null ? "" : FigureText.duration((estimate.high() - estimate.low()) / 2, 2);
  }

  private @Nullable Estimate estimate(String metric, String heading) {
    Confidence confidence = result.confidence();
    return confidence == null ? null : confidence.metrics().get(metric + "." + heading);
  }

  private void printTheory(@Nullable TheoryReport theory) {
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
    page.line(
        page.style()
            .faint(
                line(
                    "  theory",
                    figures.map(
                        figure -> figure == null ? NO_FIGURE : FigureText.duration(figure)))));
  }

  /** Units have a column of their own: the one of seconds is a letter shorter than the others. */
  private static String cells(Stream<String> texts) {
    return texts
        .map(text -> text.matches("[0-9.]+s") ? text + " " : text)
        .map(text -> " ".repeat(CELL_WIDTH - text.length()) + text)
        .collect(Collectors.joining());
  }
}
