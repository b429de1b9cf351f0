package io.anteroom.report.html;

import io.anteroom.measure.Quantiles;
import io.anteroom.report.html.DataTable.Row;
import io.anteroom.report.html.RunData.Heat;
import io.anteroom.report.html.RunData.Moment;
import io.anteroom.report.html.RunData.TimelineRow;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The parts of a run's page that are charts; one that would be empty is absent. */
record ChartSections(Run run, RunData data) {
  private static final String WAITS = "How long persons waited";

  private static final List<Double> PERCENTILES =
      List.of(10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.5, 99.9, 99.95, 99.99, 99.999, 100.0);

  Section percentiles() {
    String durations = DurationTable.of(run).html();
    if (data.curves().isEmpty()) {
      return new PlainSection("percentiles", WAITS, durations);
    }
    return new ChartSection(
        "percentiles",
        WAITS,
        "Percentiles of wait, hold and response, on HdrHistogram's axis",
        "Read it from the left: at 99% stands the duration that one visit in a hundred exceeds, and"
            + " each step to the right is ten times rarer; a curve that shoots up there is a tail"
            + " that an average hides. "
            + Correction.of(run).sentence()
            + confidence(),
        durations,
        new DataTable("Percentiles", percentileHeadings(), percentileRows()));
  }

  private String confidence() {
    return data.bands().isEmpty()
        ? ""
        : " Bars are 95% intervals from the replications. The curves hold the visits of all of"
            + " them; beyond the last bar nobody knows how sure they are.";
  }

  private List<String> percentileHeadings() {
    List<String> headings = new ArrayList<>(List.of("percentile"));
    data.curves().stream().map(RunData.Curve::name).forEach(headings::add);
    if (data.uncorrected() != null) {
      headings.add(data.uncorrected().name());
    }
    return headings;
  }

  private static String percentile(Histogram histogram, double percentile) {
    return Quantiles.known(histogram.getTotalCount(), percentile)
        ? FigureText.duration(histogram.getValueAtPercentile(percentile))
        : RunWords.NO_FIGURE;
  }

  private List<Row> percentileRows() {
    List<Row> rows = new ArrayList<>();
    List<Histogram> shown = shown();
    for (double percentile : PERCENTILES) {
      List<String> cells =
          shown.stream().map(histogram -> percentile(histogram, percentile)).toList();
      rows.add(new Row(FigureText.number(percentile, 6) + "%", cells, false));
    }
    return rows;
  }

  private List<Histogram> shown() {
    return Stream.of(
            run.histograms().wait,
            run.histograms().hold,
            run.histograms().response,
            run.histograms().abandonedWait,
            run.histograms().uncorrectedWait)
        .filter(histogram -> histogram.getTotalCount() > 0)
        .toList();
  }

  Optional<Section> series() {
    if (data.series().size() < 2) {
      return Optional.empty();
    }
    int together = ChartMoments.together(run.result().intervals());
    String thinned =
        together == 1
            ? ""
            : " A point stands for %d intervals, and for the longest percentiles among them."
                .formatted(together);
    return Optional.of(
        new ChartSection(
            "series",
            "Over time",
            "Persons waiting, rooms occupied, percentiles of the wait and throughput over time",
            "A line that keeps growing means that more persons arrive than the rooms can serve;"
                + " rooms that stay empty while persons wait mean that the lock is slow to hand"
                + " them on."
                + thinned,
            null,
            new DataTable(
                "The run over time",
                List.of(
                    "from",
                    "waiting",
                    "rooms occupied",
                    "wait p50",
                    "wait p99",
                    "longest wait",
                    "throughput"),
                data.series().stream().map(ChartSections::row).toList())));
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
    return nanos == null ? RunWords.NO_FIGURE : FigureText.duration(nanos.longValue());
  }

  Optional<Section> heat() {
    Heat heat = data.heat();
    if (heat == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSection(
            "heat",
            "Waits over time",
            "Heat map: how many waits of which length ended when",
            "Each column is a part of the run, each row a range of waits; the stronger a field's"
                + " colour, more waits. Two bands in one column mean two kinds of visits, which one"
                + " percentile would hide.",
            null,
            new DataTable("Waits by time and length", heatHeadings(heat), heatRows(heat))));
  }

  private static List<String> heatHeadings(Heat heat) {
    return Stream.concat(
            Stream.of("ended from"),
            heat.edges().stream()
                .limit(heat.edges().size() - 1L)
                .map(edge -> "from " + FigureText.duration(edge.longValue())))
        .toList();
  }

  private static List<Row> heatRows(Heat heat) {
    return heat.columns().stream()
        .map(
            column ->
                new Row(
                    seconds(column.startSeconds()),
                    column.counts().stream().map(FigureText::count).toList(),
                    false))
        .toList();
  }

  Optional<Section> timeline() {
    if (data.timeline().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSection(
            "timeline",
            "Who was where",
            "Rooms and the persons who held them over time",
            "A row is a room or a person; a thick bar is a hold, in a room's row with its person"
                + " where there is space, and the thin one before it, in a person's row, the wait.",
            null,
            new DataTable(
                "Visits",
                List.of("person", "visit", "room", "intended", "entered", "left"),
                data.timeline().stream().map(ChartSections::row).toList())));
  }

  private static Row row(TimelineRow visit) {
    return Row.of(
        FigureText.count(visit.person()),
        FigureText.count(visit.visit()),
        visit.room() < 0 ? "gave up" : FigureText.count(visit.room()),
        FigureText.duration(visit.intendedNanos()),
        FigureText.duration(visit.enteredNanos()),
        FigureText.duration(visit.leftNanos()));
  }
}
