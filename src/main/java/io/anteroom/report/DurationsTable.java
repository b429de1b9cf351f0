package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.report.facts.Block.Align;
import io.anteroom.report.facts.Block.Column;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.Run;
import io.anteroom.result.TheoryReport;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of durations: one row a kind, one column a statistic; below it how sure the figures are
 * and what theory says, where that is known.
 */
final class DurationsTable {
  private static final List<String> USUAL =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "max");

  /** With a million visits. */
  private static final List<String> MANY =
      List.of("mean", "p50", "p90", "p99", "p99.9", "p99.99", "p99.999", "max");

  private static final int LABEL_WIDTH = 13;

  /** What is left of a line for all columns. */
  private static final int CELLS_WIDTH = 65;

  private final RunWords words;
  private final List<String> statistics;
  private final List<Row> rows = new ArrayList<>();

  private DurationsTable(Run run) {
    this.words = new RunWords(run);
    boolean many =
        DurationKind.drawn().stream()
            .anyMatch(kind -> !figure(kind, "p99.999").equals(FigureText.NONE));
    this.statistics = many ? MANY : USUAL;
  }

  static Table of(Run run) {
    return new DurationsTable(run).table(run);
  }

  private Table table(Run run) {
    for (DurationKind kind : DurationKind.drawn()) {
      if (kind == DurationKind.WAIT) {
        addWaits(run);
      } else if (kind.always() || known(run.result().latency(kind))) {
        add(Weight.PLAIN, kind, null);
      }
    }
    List<Column> columns = new ArrayList<>(List.of(Column.left("", LABEL_WIDTH)));
    int width = CELLS_WIDTH / statistics.size();
    statistics.forEach(each -> columns.add(new Column(each, width, Align.DURATION)));
    return new Table("Durations", columns, rows);
  }

  private static boolean known(@Nullable Latency latency) {
    return latency != null && latency.count() > 0;
  }

  private void addWaits(Run run) {
    boolean two = Correction.of(run).known();
    add(Weight.STRONG, DurationKind.WAIT, two ? Correction.CORRECTED : null);
    addTheory(run.result().theory());
    if (two) {
      add(Weight.BELOW, DurationKind.UNCORRECTED_WAIT, Correction.UNCORRECTED);
    }
  }

  private void add(Weight weight, DurationKind kind, @Nullable String view) {
    addRow(weight, kind.label(), statistics.stream().map(each -> figure(kind, each)), view);
    List<String> margins = statistics.stream().map(each -> margin(kind, each)).toList();
    if (margins.stream().anyMatch(margin -> !margin.isEmpty())) {
      addRow(Weight.BELOW, "±", margins.stream(), view);
    }
  }

  private void addRow(Weight weight, String label, Stream<String> cells, @Nullable String view) {
    rows.add(new Row(weight, Stream.concat(Stream.of(label), cells).toList(), view));
  }

  /** Simulated figures without an interval are hidden. */
  private String figure(DurationKind kind, String statistic) {
    Metric metric = Metrics.of(kind, statistic);
    boolean unsure =
        words.run().result().simulation() != null
            && metric.kind().estimated()
            && words.estimate(metric.name()) == null;
    return unsure ? FigureText.NONE : words.of(metric);
  }

  private String margin(DurationKind kind, String statistic) {
    return words.margin(Metrics.of(kind, statistic)).replace(Margin.EVEN, "").replace(" ", "");
  }

  private void addTheory(@Nullable TheoryReport theory) {
    if (theory != null && theory.meanWaitNanos() != null) {
      Stream<@Nullable Double> figures =
          Arrays.stream(
              new @Nullable Double[] {
                theory.meanWaitNanos(),
                theory.waitP50Nanos(),
                theory.waitP90Nanos(),
                theory.waitP99Nanos(),
                theory.waitP999Nanos()
              });
      addRow(Weight.BELOW, "theory", figures.map(DurationsTable::text), null);
    }
  }

  private static String text(@Nullable Double nanos) {
    return nanos == null ? FigureText.NONE : FigureText.duration(nanos.doubleValue());
  }
}
