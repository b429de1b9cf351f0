package io.anteroom.report.html;

import io.anteroom.report.html.RunData.Band;
import io.anteroom.report.html.RunData.Curve;
import io.anteroom.report.html.RunData.Download;
import io.anteroom.report.html.RunData.Moment;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Verdict;
import io.anteroom.statistics.Estimate;
import io.anteroom.theory.Prediction;
import io.anteroom.theory.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The page of one run.
 *
 * @param extras what the run itself does not know
 */
public record RunPage(Run run, Extras extras) {
  /** Of so few the timeline says more than statistics do, and comes first. */
  private static final int FEW_VISITS = 40;

  private static final Map<String, Double> QUANTILES =
      Map.of("wait.p50", 50.0, "wait.p90", 90.0, "wait.p99", 99.0, "wait.p99.9", 99.9);

  /**
   * What stands on the page besides the run.
   *
   * @param subtitle the scenario in few words
   * @param standing how good the run is
   * @param headline the verdict on it
   * @param ended how it ended, in few words
   * @param details what else there is to know of that; mostly empty
   * @param advice what to do, in a sentence or two
   * @param verdicts what came of the expectations
   */
  public record Extras(
      String subtitle,
      FactStanding standing,
      String headline,
      String ended,
      String details,
      String advice,
      List<Verdict> verdicts,
      List<Download> downloads) {
    public Extras {
      verdicts = List.copyOf(verdicts);
      downloads = List.copyOf(downloads);
    }
  }

  /** The whole page. */
  public PageShell shell() {
    RunData data = data();
    ChartSections charts = new ChartSections(run, data);
    List<Section> sections = new ArrayList<>();
    boolean few = data.timeline().size() <= FEW_VISITS;
    if (few) {
      charts.timeline().ifPresent(sections::add);
    }
    sections.add(charts.percentiles());
    charts.series().ifPresent(sections::add);
    charts.heat().ifPresent(sections::add);
    if (!few) {
      charts.timeline().ifPresent(sections::add);
    }
    if (run.result().simulation() == null) {
      sections.add(PinSection.of(run.result(), data.rooms()));
    }
    sections.add(FigureSections.figures(run));
    sections.add(FigureSections.checks(run.result().checks(), extras.verdicts));
    sections.add(OriginSection.of(run));
    sections.add(new DownloadSection(data.downloads()));
    String title = extras.standing.sign() + " " + run.scenario().name();
    return new PageShell("run", title, RunAnswer.of(run, extras).html(), sections, data.json());
  }

  private RunData data() {
    boolean simulated = run.result().simulation() != null;
    Histogram waits = run.histograms().wait;
    List<Moment> series = ChartMoments.of(run.result().intervals());
    return new RunData(
        run.scenario().facility().rooms(),
        curves(),
        Correction.of(run).known()
            ? Curves.of(Correction.LABEL, run.histograms().uncorrectedWait)
            : null,
        theory(waits.getTotalCount()),
        bands(),
        series,
        simulated ? null : HeatMapChart.of(run.intervals(), waits),
        Flame.of(run.result().pinning().sites()),
        Timeline.of(run),
        extras.downloads);
  }

  private List<Curve> curves() {
    List<Curve> curves = new ArrayList<>();
    add(curves, "wait", run.histograms().wait);
    add(curves, "hold", run.histograms().hold);
    add(curves, "response", run.histograms().response);
    add(curves, "gave up after", run.histograms().abandonedWait);
    return curves;
  }

  private static void add(List<Curve> curves, String name, Histogram histogram) {
    if (histogram.getTotalCount() > 0) {
      curves.add(Curves.of(name, histogram));
    }
  }

  private @Nullable Curve theory(long count) {
    boolean told = run.result().theory() != null && run.result().theory().model() != null;
    return told && Theory.of(run.scenario()) instanceof Prediction prediction
        ? Curves.of(prediction, count)
        : null;
  }

  private List<Band> bands() {
    RunWords words = new RunWords(run);
    List<Band> bands = new ArrayList<>();
    QUANTILES.forEach(
        (metric, percentile) -> {
          Estimate estimate = words.estimate(metric);
          if (estimate != null) {
            bands.add(
                new Band(
                    100 / (100 - percentile),
                    Math.round(Math.max(estimate.low(), 0)),
                    Math.round(estimate.high())));
          }
        });
    bands.sort((one, other) -> Double.compare(one.x(), other.x()));
    return bands;
  }
}
