package io.anteroom.report;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.result.FigureText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** How distributions are to be read, and the table of their percentiles. */
final class Captions {
  /** Ends without a full stop: more may follow. */
  static final String PERCENTILES =
      "Read it from the left: at 99% stands the duration that one visit in a hundred exceeds, and"
          + " each step to the right is ten times rarer";

  private Captions() {}

  /** A table with a column for each distribution. */
  static Table percentileTable(List<String> names, List<Row> rows) {
    return Table.of(
        "Percentiles", Stream.concat(Stream.of("percentile"), names.stream()).toList(), rows);
  }

  /**
   * A row of it.
   *
   * @param before what is said before the percentile; may be empty
   */
  static Row percentileRow(String before, double percentile, Collection<Histogram> histograms) {
    return new Row(
        Weight.PLAIN,
        before + FigureText.number(percentile, 6) + "%",
        histograms.stream().map(histogram -> percentile(histogram, percentile)).toList());
  }

  private static String percentile(Histogram histogram, double percentile) {
    return Quantiles.known(histogram.getTotalCount(), percentile)
        ? FigureText.duration(histogram.getValueAtPercentile(percentile))
        : FigureText.NONE;
  }
}
