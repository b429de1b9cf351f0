package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Quantiles;
import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Curves;
import io.anteroom.report.facts.RunData;
import io.anteroom.report.facts.RunData.Band;
import io.anteroom.report.facts.RunData.Curve;
import io.anteroom.report.facts.RunData.Heat;
import io.anteroom.report.facts.RunData.Holds;
import io.anteroom.report.facts.RunData.Moment;
import io.anteroom.report.facts.RunData.TimelineRow;
import io.anteroom.report.facts.RunData.Waits;
import io.anteroom.report.facts.Section;
import io.anteroom.result.CarriersHeld;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The parts of a run's page that are charts; one that would be empty is absent. */
record RunCharts(Run run, RunData data) {
  private static final List<Double> PERCENTILES =
      List.of(10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 99.95, 99.99, 99.999, 100.0);

  /** Farther out no interval is drawn. */
  private static final double MOST_PERCENT = 99.9;

  static RunCharts of(Run run, List<Download> downloads) {
    boolean simulated = run.result().simulation() != null;
    Histogram waits = run.histograms().wait;
    RunData data =
        new RunData(
            run.scenario().facility().rooms(),
            histograms(run).entrySet().stream()
                .map(each -> Curves.of(each.getKey(), each.getValue()))
                .toList(),
            new Waits(
                Correction.of(run).known()
                    ? Curves.of(Correction.LABEL, run.histograms().uncorrectedWait)
                    : null,
                theory(run),
                bands(run),
                ChartObjectives.of(run)),
            ChartMoments.of(run),
            simulated ? null : HeatMapChart.of(run.intervals(), waits),
            new Holds(
                CarrierLane.of(run.result().pinning().carriersHeld()),
                Flame.of(run.result().pinning().sites())),
            Timeline.of(run),
            downloads);
    return new RunCharts(run, data);
  }

  /** What was recorded, by its name. */
  static Map<String, Histogram> histograms(Run run) {
    Map<String, Histogram> recorded = new LinkedHashMap<>();
    for (DurationKind kind : DurationKind.drawn()) {
      recorded.put(kind.label(), run.histograms().of(kind));
    }
    recorded.values().removeIf(histogram -> histogram.getTotalCount() == 0);
    return recorded;
  }

  private static @Nullable Curve theory(Run run) {
    boolean told = run.result().theory() != null && run.result().theory().model() != null;
    return told && Theory.of(run.scenario()) instanceof Prediction prediction
        ? Curves.of(prediction, run.histograms().wait.getTotalCount())
        : null;
  }

  private static List<Band> bands(Run run) {
    List<Band> bands = new ArrayList<>();
    intervals(run)
        .forEach(
            (percentile, estimate) ->
                bands.add(
                    new Band(
                        100 / (100 - percentile),
                        Math.round(Math.max(estimate.low(), 0)),
                        Math.round(estimate.high()))));
    return bands;
  }

  /** How sure quantiles of the wait are, where that is known, in ascending order. */
  static Map<Double, Estimate> intervals(Run run) {
    RunWords words = new RunWords(run);
    Map<Double, Estimate> known = new LinkedHashMap<>();
    for (Metric metric : Metrics.all()) {
      Metric.Quantile quantile = metric.quantile();
      Estimate estimate = words.estimate(metric.name());
      if (metric.of(DurationKind.WAIT)
          && quantile != null
          && quantile.percent() <= MOST_PERCENT
          && estimate != null) {
        known.put(quantile.percent(), estimate);
      }
    }
    return known;
  }

  /** The distributions; nothing where not even a median is known. */
  List<Block> percentiles() {
    return !shaped(run)
        ? List.of()
        : List.of(
            new Chart(
                "percentiles",
                "Percentiles of wait, hold and response, on HdrHistogram's axis",
                Captions.PERCENTILES
                    + "; a curve that shoots up there is a tail that an average hides. "
                    + Correction.of(run).sentence()
                    + confidence()),
            Details.of(percentileTable()));
  }

  /** Whether there are so many visits that the median of something is known. */
  static boolean shaped(Run run) {
    return histograms(run).values().stream()
        .anyMatch(histogram -> Quantiles.known(histogram.getTotalCount(), 50));
  }

  private String confidence() {
    return data.waits().bands().isEmpty()
        ? ""
        : " Bars are 95% intervals from the replications. The curves hold the visits of all of"
            + " them; beyond the last bar nobody knows how sure they are.";
  }

  private Table percentileTable() {
    Map<String, Histogram> shown = histograms(run);
    if (data.waits().uncorrected() != null) {
      shown.put(Correction.LABEL, run.histograms().uncorrectedWait);
    }
    List<Row> rows = new ArrayList<>();
    for (double percentile : PERCENTILES) {
      rows.add(Captions.percentileRow("", percentile, shown.values()));
    }
    return Captions.percentileTable(shown.keySet().stream().toList(), rows);
  }

  Optional<Section> series() {
    if (data.course().present().size() < 2) {
      return Optional.empty();
    }
    int together = ChartMoments.together(run.result().intervals());
    String thinned =
        together == 1
            ? ""
            : " A point stands for %d intervals, and for the longest percentiles among them."
                .formatted(together);
    return Optional.of(
        drawn(
            "series",
            "Over time",
            "Persons waiting, rooms occupied, percentiles of the wait and throughput over time",
            "A line that keeps growing means that more persons arrive than the rooms can serve;"
                + " rooms that stay empty while persons wait mean that the lock is slow to hand"
                + " them on."
                + thinned,
            Table.of(
                "The run over time",
                List.of(
                    "from",
                    "waiting",
                    "rooms occupied",
                    "wait p50",
                    "wait p99",
                    "longest wait",
                    "throughput"),
                data.course().moments().stream().map(RunCharts::row).toList())));
  }

  /** Carriers held over time; nothing where that was not recorded. */
  Optional<Section> carriersHeld() {
    CarriersHeld held = run.result().pinning().carriersHeld();
    return held == null
        ? Optional.empty()
        : Optional.of(
            drawn(
                "carriers-held",
                "Carriers held over time",
                "How many carriers were held by virtual threads that blocked, over time",
                CarrierLane.caption(held),
                CarrierLane.table(held)));
  }

  private static Section drawn(
      String id, String heading, String description, String caption, Table table) {
    return Section.of(id, heading, new Chart(id, description, caption), Details.of(table));
  }

  private static Row row(Moment moment) {
    return Row.of(
        seconds(moment.startSeconds()),
        FigureText.number(moment.waiting(), 4),
        FigureText.number(moment.occupied(), 4),
        duration(moment.p50Nanos()),
        duration(moment.p99Nanos()),
        duration(moment.maxNanos()),
        FigureText.rate(moment.completed()));
  }

  private static String seconds(double seconds) {
    return FigureText.duration(seconds * 1e9);
  }

  private static String duration(@Nullable Long nanos) {
    return nanos == null ? FigureText.NONE : FigureText.duration(nanos.longValue());
  }

  Optional<Section> heat() {
    Heat heat = data.heat();
    return heat == null || !shaped(run)
        ? Optional.empty()
        : Optional.of(
            drawn(
                "heat",
                "Waits over time",
                "Heat map: how many waits of which length ended when",
                "Each column is a part of the run, each row a range of waits; the stronger a"
                    + " field's colour, the more waits. Two bands in one column mean two kinds of"
                    + " visits, which one percentile would hide.",
                heatTable(heat)));
  }

  private static Table heatTable(Heat heat) {
    Stream<String> headings =
        heat.edges().stream()
            .limit(heat.edges().size() - 1L)
            .map(edge -> "from " + FigureText.duration(edge.longValue()));
    return Table.of(
        "Waits by time and length",
        Stream.concat(Stream.of("ended from"), headings).toList(),
        heat.columns().stream()
            .map(
                column ->
                    new Row(
                        Weight.PLAIN,
                        seconds(column.startSeconds()),
                        column.counts().stream().map(FigureText::count).toList()))
            .toList());
  }

  Optional<Section> timeline() {
    return data.timeline().isEmpty()
        ? Optional.empty()
        : Optional.of(
            drawn(
                "timeline",
                "Who was where",
                "Rooms and the persons who held them over time",
                "A row is a room or a person; a thick bar is a hold, in a room's row with its"
                    + " person where there is space, and the thin one before it, in a person's"
                    + " row, the wait."
                    + still(),
                Table.of(
                    "Visits",
                    List.of("person", "visit", "room", "intended", "entered", "left", "outcome"),
                    data.timeline().stream().map(RunCharts::row).toList())));
  }

  private String still() {
    return data.timeline().stream().anyMatch(TimelineRow::cut)
        ? " A bar up to the right edge belongs to a person who was still there when the run ended."
        : "";
  }

  private static Row row(TimelineRow visit) {
    return Row.of(
        FigureText.count(visit.person()),
        FigureText.count(visit.visit()),
        visit.room() == 0
            ? FigureText.NONE
            : visit.pool().isEmpty() ? FigureText.count(visit.room()) : visit.roomName(),
        FigureText.duration(visit.intendedNanos()),
        visit.room() > 0 ? FigureText.duration(visit.enteredNanos()) : FigureText.NONE,
        FigureText.duration(visit.leftNanos()),
        visit.cut() ? "still there at the end" : visit.room() > 0 ? "completed" : "gave up");
  }

  /** The stacks that held carriers; nothing where none is known. */
  List<Block> flame() {
    return data.holds().flame() == null
        ? List.of()
        : List.of(
            new Chart(
                "flame",
                "Flame graph of the stacks that held carriers",
                "Each bar is a frame, as wide as the carrier time lost in it; above it stands what"
                    + " it called, so the top of a tower is where the time went. Frames of the JDK"
                    + " are grey; the highest coloured one is the application's, and the cause."));
  }
}
