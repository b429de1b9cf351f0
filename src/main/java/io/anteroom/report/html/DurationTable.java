package io.anteroom.report.html;

import io.anteroom.expectation.Metrics;
import io.anteroom.report.html.DataTable.Row;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.TheoryReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of durations: one row a kind, one column a statistic. */
final class DurationTable {
  private static final List<String> STATISTICS =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  private DurationTable() {}

  static DataTable of(Run run) {
    Words words = new Words(run);
    List<Row> rows = new ArrayList<>();
    if (Correction.of(run).known()) {
      add(rows, words, "wait", "wait", Correction.CORRECTED);
      add(rows, words, Correction.LABEL, "uncorrectedWait", Correction.UNCORRECTED);
    } else {
      add(rows, words, "wait", "wait", null);
    }
    addTheory(rows, run.result().theory());
    add(rows, words, "hold", "hold", null);
    add(rows, words, "response", "response", null);
    if (run.result().abandonedWait().count() > 0) {
      add(rows, words, "gave up after", "abandonedWait", null);
    }
    List<String> headings = Stream.concat(Stream.of(""), STATISTICS.stream()).toList();
    return new DataTable("Durations", headings, rows);
  }

  private static void add(
      List<Row> rows, Words words, String label, String kind, @Nullable String view) {
    List<String> margins = STATISTICS.stream().map(each -> margin(words, kind, each)).toList();
    rows.add(
        new Row(
            label,
            STATISTICS.stream().map(each -> figure(words, kind, each)).toList(),
            false,
            view));
    if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
      rows.add(new Row(label + " ±", margins, true, view));
    }
  }

  /** Of a simulation no mean and no quantile is shown of which nobody knows how sure it is. */
  private static String figure(Words words, String kind, String statistic) {
    String metric = kind + "." + statistic;
    boolean unsure =
        words.run().result().simulation() != null
            && !statistic.equals("max")
            && words.estimate(metric) == null;
    return unsure ? Words.NO_FIGURE : words.of(metric);
  }

  private static String margin(Words words, String kind, String statistic) {
    return words
        .margin(Metrics.find(kind + "." + statistic).orElseThrow())
        .replace(Margin.EVEN, "");
  }

  private static void addTheory(List<Row> rows, @Nullable TheoryReport theory) {
    if (theory != null && theory.meanWaitNanos() != null) {
      Stream<@Nullable Double> figures =
          Stream.of(
              theory.meanWaitNanos(),
              theory.waitP50Nanos(),
              theory.waitP90Nanos(),
              theory.waitP99Nanos(),
              theory.waitP999Nanos(),
              null,
              null);
      rows.add(new Row("wait in theory", figures.map(DurationTable::text).toList(), true));
    }
  }

  private static String text(@Nullable Double nanos) {
    return nanos == null ? Words.NO_FIGURE : FigureText.duration(nanos.doubleValue());
  }
}
