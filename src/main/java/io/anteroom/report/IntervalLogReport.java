package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Paragraph;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.result.FigureText;
import io.anteroom.result.store.IntervalLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Interval logs of other tools for a person at a terminal. */
public final class IntervalLogReport {
  static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9);

  static final String BY_TAG = "Durations by tag";

  private final double unitNanos;
  private final @Nullable Duration expectedInterval;

  /**
   * @param unit of the recorded figures
   * @param expectedInterval between two requests of one sender: the figures are shown corrected,
   *     too; null: nothing was omitted
   */
  public IntervalLogReport(Duration unit, @Nullable Duration expectedInterval) {
    this.unitNanos = unit.toNanos();
    this.expectedInterval = expectedInterval;
  }

  /** All of it, ending in a line feed. */
  public String text(String name, IntervalLog log) {
    List<Row> rows = new ArrayList<>();
    log.byTag()
        .forEach(
            (tag, histogram) -> {
              String heading = tag.isEmpty() ? "(no tag)" : tag;
              rows.add(row(Weight.STRONG, heading, histogram, log.mean(tag)));
              if (expectedInterval != null) {
                Histogram all = corrected(histogram);
                rows.add(row(Weight.BELOW, "corrected", all, all.getMean()));
              }
            });
    List<Block> blocks = new ArrayList<>();
    blocks.add(Table.of(BY_TAG, headings(), rows));
    if (expectedInterval != null) {
      blocks.add(
          new Paragraph(
              "corrected: for each duration longer than the interval between two requests, those"
                  + " that its sender left out meanwhile are added. Right for a closed sender that"
                  + " waits for answers; wrong where durations count from when a request was due.",
              true));
    }
    Page page = new Page(Style.PLAIN);
    page.line(name + " · " + FigureText.count(log.intervals(), "histogram")).blank();
    TextRenderer.print(blocks, page);
    return page.text();
  }

  /** Of the columns. */
  static List<String> headings() {
    return Stream.of(
            Stream.of("durations", "count", "mean"),
            PERCENTILES.stream().map(one -> "p" + FigureText.number(one, 5)),
            Stream.of("longest"))
        .flatMap(all -> all)
        .toList();
  }

  private Histogram corrected(Histogram histogram) {
    double interval = expectedInterval == null ? 0 : expectedInterval.toNanos() / unitNanos;
    return histogram.copyCorrectedForCoordinatedOmission(Math.max(Math.round(interval), 1));
  }

  private Row row(Weight weight, String heading, Histogram histogram, double mean) {
    return new Row(weight, heading, cells(histogram, mean, unitNanos));
  }

  /** The figures of these durations, but for the heading. */
  static List<String> cells(Histogram histogram, double mean, double unitNanos) {
    List<String> cells = new ArrayList<>();
    cells.add(FigureText.count(histogram.getTotalCount()));
    cells.add(Double.isNaN(mean) ? FigureText.NONE : FigureText.duration(mean * unitNanos));
    for (double percentile : PERCENTILES) {
      cells.add(
          Quantiles.known(histogram.getTotalCount(), percentile)
              ? FigureText.duration(histogram.getValueAtPercentile(percentile) * unitNanos)
              : FigureText.NONE);
    }
    cells.add(FigureText.duration(histogram.getMaxValue() * unitNanos));
    return cells;
  }
}
