package io.anteroom.report;

import io.anteroom.report.facts.Block;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Details;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Picture;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Sentences;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.ReportHead.Tile;
import io.anteroom.report.facts.Section;
import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.store.StoredFile;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.scenario.ScenarioText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to say about a run. */
final class RunFacts {
  /** Of so few the timeline says more than statistics do, and comes first. */
  private static final int FEW_VISITS = 40;

  private final Run run;
  private final RunResult result;
  private final RunVerdict verdict;

  private RunFacts(Run run) {
    this.run = run;
    this.result = run.result();
    this.verdict = RunVerdict.of(run);
  }

  /** What every format has room for. */
  static Report of(Run run) {
    RunFacts facts = new RunFacts(run);
    List<Section> sections = new ArrayList<>();
    sections.add(facts.waits(WaitDrawing.of(run.histograms().wait)));
    sections.addAll(PartFacts.of(run));
    sections.add(facts.figures());
    sections.add(facts.carriers(List.of()));
    sections.add(facts.model());
    sections.add(facts.checks());
    sections.add(facts.origin());
    return new Report("run", facts.head(), sections, null);
  }

  /** The same with charts, and whatever else only a page has room for. */
  static Report page(Run run, List<Download> downloads) {
    RunFacts facts = new RunFacts(run);
    RunCharts charts = RunCharts.of(run, downloads);
    Optional<Section> timeline = charts.timeline();
    boolean few = charts.data().timeline().size() <= FEW_VISITS;
    List<Section> sections = new ArrayList<>();
    timeline.filter(there -> few).ifPresent(sections::add);
    sections.add(facts.waits(charts.percentiles()));
    sections.addAll(PartFacts.of(run));
    charts.series().ifPresent(sections::add);
    charts.carriersHeld().ifPresent(sections::add);
    charts.heat().ifPresent(sections::add);
    timeline.filter(there -> !few).ifPresent(sections::add);
    sections.add(facts.figures());
    sections.add(facts.carriers(charts.flame()));
    sections.add(facts.model());
    sections.add(facts.checks());
    sections.add(facts.origin());
    sections.add(EnvironmentFacts.section(run.result().environment()));
    sections.add(Section.of("raw-data", "Raw data", new Downloads(downloads)));
    return new Report("run", facts.head(), sections, charts.data());
  }

  /** A page that needs no script: with a picture in place of the charts. */
  static Report still(Run run) {
    Report report = of(run);
    Section drawn =
        Section.of(
            "picture",
            "Percentiles and time",
            new Picture(
                SvgReport.charts(run),
                "Durations by percentile, and what happened over time",
                "The section below has the same figures."));
    List<Download> files =
        Stream.of(StoredFile.RESULT, StoredFile.SCENARIO, StoredFile.WAIT, StoredFile.HISTOGRAMS)
            .map(file -> new Download(file.fileName(), "text/plain", null))
            .toList();
    return new Report(
            report.kind(),
            report.head(),
            Stream.concat(Stream.of(drawn), report.sections().stream()).toList(),
            null)
        .with(EnvironmentFacts.section(run.result().environment()))
        .with(Section.of("raw-data", "Raw data", new Downloads(files)));
  }

  private ReportHead head() {
    return new ReportHead(
        ReportTitle.of(run.scenario()),
        ScenarioLine.parts(run.scenario()),
        Mark.of(verdict.kind().rating()),
        verdict.headline(),
        ended(),
        verdict.details().isBlank() ? List.of() : List.of(verdict.details()),
        Advice.of(run, verdict),
        tiles());
  }

  /** How it ended and how long it was measured. The outcome is not told twice. */
  private String ended() {
    Confidence confidence = result.confidence();
    int runs = confidence == null ? 1 : confidence.replications();
    String measured =
        runs == 1
            ? "measured for " + FigureText.duration(result.windowNanos())
            : "measured for %s × %s"
                .formatted(
                    FigureText.count(runs),
                    FigureText.duration(result.windowNanos() / (double) runs));
    String outcome = result.outcome().word();
    return outcome.equals(verdict.kind().word()) ? measured : outcome + " · " + measured;
  }

  private List<Tile> tiles() {
    List<Tile> tiles = new ArrayList<>();
    tiles.add(tile("wait.p99", "wait, 99th percentile"));
    tiles.add(tile("wait.p50", "wait, median"));
    tiles.add(tile("wait.max", "longest wait"));
    tiles.add(tile("throughput", "throughput"));
    tiles.add(tile("utilisation", "rooms' time taken"));
    if (result.visits().abandoned() > 0) {
      tiles.add(tile("abandoned", "gave up"));
    }
    String completed = FigureText.count(result.visits().completed());
    tiles.add(new Tile("completed", "visits completed", completed, ""));
    return tiles;
  }

  private Tile tile(String name, String label) {
    Metric metric = Metrics.named(name);
    RunWords words = new RunWords(run);
    return new Tile(name.replace('.', '-'), label, words.of(metric), words.margin(metric));
  }

  private Section waits(List<Block> drawn) {
    return new Section(
        "percentiles",
        "How long visits took",
        Stream.concat(Stream.of(DurationsTable.of(run)), drawn.stream()).toList());
  }

  private Section figures() {
    List<Row> rows = new ArrayList<>();
    RunWords words = new RunWords(run);
    for (Metric metric : PartMetrics.withWhole(run.scenario())) {
      String figure = words.of(metric);
      if (!figure.equals(FigureText.NONE)) {
        rows.add(Row.of(metric.name(), figure, words.margin(metric), metric.meaning()));
      }
    }
    String every = "Every metric that the run has data for";
    return Section.of(
        "figures",
        "Figures",
        new Facts(FigureFacts.of(run)),
        new Details(
            every, List.of(Table.of(every, List.of("metric", "figure", "", "meaning"), rows))));
  }

  /** In simulated time there are no carriers. */
  private Section carriers(List<Block> flame) {
    List<Block> blocks = new ArrayList<>();
    if (result.simulation() == null) {
      blocks.addAll(flame);
      blocks.addAll(CarrierFacts.of(result, run.scenario().facility().rooms()));
      List<String> blind = result.flight().notObservable();
      blocks.add(new Details("What this JDK can't show", List.of(new Sentences(blind))));
    }
    return new Section("pins", "Held carriers", blocks);
  }

  private Section model() {
    List<Fact> facts = new ArrayList<>(FigureFacts.doubts(result));
    facts.addAll(ModelFacts.of(run));
    return Section.of("model", "What the figures stand on", new Facts(facts));
  }

  private Section checks() {
    List<Row> rows = new ArrayList<>();
    for (Check check : result.checks()) {
      rows.add(
          Row.of(
              check.name(),
              FigureText.number(check.expected(), 4),
              FigureText.number(check.measured(), 4)));
    }
    Table table = Table.of("Every check", List.of("check", "expected", "measured"), rows);
    return Section.of(
        "checks",
        "Checks and expectations",
        new Facts(CheckFacts.of(result.checks(), verdict.expectations())),
        new Details(table.caption(), List.of(table)));
  }

  private Section origin() {
    String command = result.simulation() == null ? "run" : "simulate";
    String schedule = result.scheduleChecksum() + " · seed " + run.scenario().conduct().seed();
    return Section.of(
        "origin",
        "Run it again",
        new Facts(List.of(Fact.of("schedule", schedule))),
        new Code(
            "scenario",
            "The scenario, as scenario.yaml",
            "yaml",
            ScenarioText.write(run.scenario())),
        new Code("command", "Command", "sh", "anteroom " + command + " scenario.yaml"));
  }
}
