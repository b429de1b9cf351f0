package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.RunResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of durations: one row a kind, one column a statistic. */
final class LatencyTable {
  private static final int LABEL_WIDTH = 9;
  private static final int CELL_WIDTH = 10;
  private static final List<String> HEADINGS =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  private LatencyTable() {}

  static void print(RunResult result, Page page) {
    Style style = page.style();
    page.line(style.faint(" ".repeat(LABEL_WIDTH) + cells(HEADINGS.stream())));
    page.line(style.strong(row("wait", result.waits())));
    page.line(row("hold", result.hold()));
    page.line(row("response", result.response()));
    if (result.abandonedWait().count() > 0) {
      page.line(row("abandoned", result.abandonedWait()));
    }
  }

  private static String row(String label, Latency latency) {
    return label + " ".repeat(LABEL_WIDTH - label.length()) + cells(figures(latency));
  }

  private static Stream<String> figures(Latency latency) {
    if (latency.count() == 0) {
      return HEADINGS.stream().map(heading -> "–");
    }
    return Stream.of(
            latency.meanNanos(),
            (double) latency.p50Nanos(),
            (double) latency.p90Nanos(),
            (double) latency.p99Nanos(),
            (double) latency.p999Nanos(),
            (double) latency.p9999Nanos(),
            (double) latency.maxNanos())
        .map(FigureText::duration);
  }

  /** Units have a column of their own: the one of seconds is a letter shorter than the others. */
  private static String cells(Stream<String> texts) {
    return texts
        .map(text -> text.matches("[0-9.]+s") ? text + " " : text)
        .map(text -> " ".repeat(CELL_WIDTH - text.length()) + text)
        .collect(Collectors.joining());
  }
}
