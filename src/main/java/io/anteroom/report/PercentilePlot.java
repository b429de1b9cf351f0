package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.report.facts.RunData.Objective;
import io.anteroom.report.svg.LinearAxis;
import io.anteroom.report.svg.PercentileAxis;
import io.anteroom.report.svg.Plot;
import io.anteroom.report.svg.Spot;
import io.anteroom.report.svg.Svg;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.TheoryReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * Durations by percentile, on HdrHistogram's axis; at the usual percentiles how sure the wait is,
 * and what theory says of it, where that is known.
 */
final class PercentilePlot {
  private static final int HEIGHT = 300;
  private static final int ABOVE = 50;
  private static final int BELOW = 56;
  private static final int TICKS_PER_HALF_DISTANCE = 5;
  private static final int STEPS = 6;

  /** An objective that is farther above all durations is not shown. */
  private static final double MOST_TIMES = 4;

  private record Series(String classes, String label, Histogram histogram) {
    Series(String classes, DurationKind kind, Histograms all) {
      this(classes, kind.label(), all.of(kind));
    }
  }

  private final Run run;
  private final List<Series> series;
  private final List<Spot> theory;

  private PercentilePlot(Run run) {
    Histograms all = run.histograms();
    this.run = run;
    this.series =
        Stream.of(
                new Series("line green dashed", DurationKind.HOLD, all),
                new Series("line magenta dotted", DurationKind.ABANDONED_WAIT, all),
                new Series("line violet", DurationKind.RESPONSE, all),
                new Series("line blue strong", DurationKind.WAIT, all))
            .filter(one -> one.histogram.getTotalCount() > 0)
            .toList();
    this.theory = theory(run.result().theory());
  }

  /**
   * Draws it.
   *
   * @param y where there is room from
   * @return where the next thing may begin
   */
  static double draw(Svg svg, Run run, double y) {
    PercentilePlot plot = new PercentilePlot(run);
    if (plot.series.isEmpty()) {
      svg.text("heading", SvgReport.MARGIN, y + ABOVE / 2.0, "No visit was measured.");
      return y + ABOVE;
    }
    return RunCharts.shaped(run) ? plot.draw(svg, y) : y;
  }

  private double draw(Svg svg, double y) {
    long count =
        series.stream().mapToLong(one -> one.histogram.getTotalCount()).max().orElseThrow();
    double most =
        Stream.concat(
                series.stream().map(one -> (double) one.histogram.getMaxValue()),
                theory.stream().map(Spot::y))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElseThrow();
    List<Objective> objectives = ChartObjectives.of(run);
    double shown =
        objectives.stream()
            .mapToDouble(Objective::nanos)
            .filter(limit -> limit <= MOST_TIMES * most)
            .reduce(most, Math::max);
    Plot plot =
        new Plot(
            svg,
            new Plot.Frame(SvgReport.PLOT_LEFT, y + ABOVE, SvgReport.PLOT_WIDTH, HEIGHT),
            new PercentileAxis(count),
            LinearAxis.to(
                shown,
                FigureText.unitOf(shown).nanos(),
                STEPS,
                nanos -> SvgReport.tick(nanos, shown)));
    series.forEach(one -> plot.curve(one.classes, curve(one.histogram)));
    RunCharts.intervals(run)
        .forEach(
            (percentile, estimate) ->
                plot.whiskerUp(
                    "line blue", percentile, Math.max(estimate.low(), 0), estimate.high()));
    theory.forEach(spot -> plot.dot("ring ink", spot, 4));
    objectives.stream()
        .filter(objective -> objective.nanos() <= shown)
        .forEach(objective -> draw(plot, objective));
    plot.heading("How long visits took, by percentile", keys());
    plot.footing("percentile of " + FigureText.count(count, "visit"));
    return y + ABOVE + HEIGHT + BELOW;
  }

  private static void draw(Plot plot, Objective objective) {
    plot.level("line red", (double) objective.nanos());
    plot.note("objective", new Spot(0, objective.nanos()), 6, -6, objective.text());
    if (objective.x() != null) {
      plot.dot("dot red", new Spot(100 - 100 / objective.x(), objective.nanos()), 4.5);
    }
  }

  private List<Plot.Key> keys() {
    List<Plot.Key> keys = new ArrayList<>();
    series.reversed().forEach(one -> keys.add(new Plot.Key(one.classes, one.label)));
    if (!theory.isEmpty()) {
      keys.add(new Plot.Key("ring ink", "wait by theory"));
    }
    return keys;
  }

  private static List<Spot> curve(Histogram histogram) {
    List<Spot> spots = new ArrayList<>();
    for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF_DISTANCE)) {
      spots.add(
          new Spot(value.getPercentileLevelIteratedTo(), (double) value.getValueIteratedTo()));
    }
    return spots;
  }

  private static List<Spot> theory(@Nullable TheoryReport theory) {
    List<Spot> spots = new ArrayList<>();
    if (theory != null) {
      add(spots, 50, theory.waitP50Nanos());
      add(spots, 90, theory.waitP90Nanos());
      add(spots, 99, theory.waitP99Nanos());
      add(spots, 99.9, theory.waitP999Nanos());
    }
    return spots;
  }

  private static void add(List<Spot> spots, double percentile, @Nullable Double nanos) {
    if (nanos != null) {
      spots.add(new Spot(percentile, nanos));
    }
  }
}
