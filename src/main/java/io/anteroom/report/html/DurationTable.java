package io.anteroom.report.html;

import io.anteroom.report.html.DataTable.Row;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.TheoryReport;
import io.anteroom.result.metric.Metrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of durations: one row a kind, one column a statistic. */
final class DurationTable {
  private static final List<String> USUAL =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  /** With a million visits. */
  private static final List<String> MANY =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "p99.999", "max");

  private final RunWords words;
  private final List<String> statistics;
  private final List<Row> rows = new ArrayList<>();

  private DurationTable(Run run) {
    this.words = new RunWords(run);
    boolean many =
        Stream.of("wait", "hold", "response", "abandonedWait")
            .anyMatch(kind -> !figure(words, kind, "p99.999").equals(RunWords.NO_FIGURE));
    this.statistics = many ? MANY : USUAL;
  }

  static DataTable of(Run run) {
    return new DurationTable(run).table(run);
  }

  private DataTable table(Run run) {
    if (Correction.of(run).known()) {
      add("wait", "wait", Correction.CORRECTED);
      add(Correction.LABEL, "uncorrectedWait", Correction.UNCORRECTED);
    } else {
      add("wait", "wait", null);
    }
    addTheory(run.result().theory());
    add("hold", "hold", null);
    add("response", "response", null);
    if (run.result().abandonedWait().count() > 0) {
      add("gave up after", "abandonedWait", null);
    }
    List<String> headings = Stream.concat(Stream.of(""), statistics.stream()).toList();
    return new DataTable("Durations", headings, rows);
  }

  private void add(String label, String kind, @Nullable String view) {
    List<String> margins = statistics.stream().map(each -> margin(words, kind, each)).toList();
    rows.add(
        new Row(
            label,
            statistics.stream().map(each -> figure(words, kind, each)).toList(),
            false,
            view));
    if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
      rows.add(new Row(label + " ±", margins, true, view));
    }
  }

  /** Of a simulation no mean and no quantile is shown of which nobody knows how sure it is. */
  private static String figure(RunWords words, String kind, String statistic) {
    String metric = kind + "." + statistic;
    boolean unsure =
        words.run().result().simulation() != null
            && !statistic.equals("max")
            && words.estimate(metric) == null;
    return unsure ? RunWords.NO_FIGURE : words.of(metric);
  }

  private static String margin(RunWords words, String kind, String statistic) {
    return words
        .margin(Metrics.find(kind + "." + statistic).orElseThrow())
        .replace(Margin.EVEN, "");
  }

  private void addTheory(@Nullable TheoryReport theory) {
    if (theory != null && theory.meanWaitNanos() != null) {
      Map<String, @Nullable Double> figures = new HashMap<>();
      figures.put("mean", theory.meanWaitNanos());
      figures.put("p50", theory.waitP50Nanos());
      figures.put("p90", theory.waitP90Nanos());
      figures.put("p99", theory.waitP99Nanos());
      figures.put("p99.9", theory.waitP999Nanos());
      List<String> texts = statistics.stream().map(each -> text(figures.get(each))).toList();
      rows.add(new Row("wait in theory", texts, true));
    }
  }

  private static String text(@Nullable Double nanos) {
    return nanos == null ? RunWords.NO_FIGURE : FigureText.duration(nanos.doubleValue());
  }
}
