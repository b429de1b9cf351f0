package io.anteroom.report;

import io.anteroom.report.facts.Block.Chart;
import io.anteroom.report.facts.Block.Code;
import io.anteroom.report.facts.Block.Download;
import io.anteroom.report.facts.Block.Downloads;
import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Block.Row;
import io.anteroom.report.facts.Block.Table;
import io.anteroom.report.facts.Block.Weight;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.FitData;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.ReportHead.Tile;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.result.store.StoredFile;
import io.anteroom.statistics.family.Interval;
import io.anteroom.study.fit.ArrivalFit;
import io.anteroom.study.fit.Fit;
import io.anteroom.study.fit.FitFinding;
import io.anteroom.study.fit.FitFinding.Judgement;
import io.anteroom.study.fit.HoldFit;
import io.anteroom.study.fit.HoldFit.HoldCandidate;
import io.anteroom.study.fit.reader.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say about a fit. */
public final class FitFacts {
  private static final List<Double> SHOWN = List.of(50.0, 90.0, 99.0, 99.9);

  private final Fit fit;
  private final FitSourceFacts source;

  private FitFacts(Fit fit) {
    this.fit = fit;
    this.source = new FitSourceFacts(fit);
  }

  /**
   * For a person at a terminal.
   *
   * @param folder where its files are; null: nowhere
   */
  public static String text(Fit fit, Style style, @Nullable Path folder) {
    Report report = of(fit);
    return TextRenderer.text(folder == null ? report : report.with(next(folder)), style, folder);
  }

  private static Section next(Path folder) {
    String command = "anteroom plan " + folder + " --slo 'response.p99 < 300ms'";
    return Section.of("next", "What to do next", new Facts(List.of(Fact.of("plan it", command))));
  }

  /** What every format has room for. */
  static Report of(Fit fit) {
    FitFacts facts = new FitFacts(fit);
    return new Report(
        "fit",
        facts.head(),
        Stream.of(facts.data(), facts.findings(), facts.candidates(), facts.model())
            .flatMap(List::stream)
            .toList(),
        null);
  }

  /**
   * The same with charts, and whatever else only a page has room for.
   *
   * @param command that made the fit; null: not known
   */
  public static Report page(Fit fit, @Nullable String command) {
    FitFacts facts = new FitFacts(fit);
    List<Download> downloads =
        List.of(
            new Download(StoredFile.FIT.fileName(), "application/json", Fit.JSON.write(fit)),
            new Download(StoredFile.SCENARIO.fileName(), "text/yaml", null),
            new Download(StoredFile.FITTED_ARRIVALS.fileName(), "text/csv", null),
            new Download(StoredFile.FITTED_HOLDS.fileName(), "text/csv", null));
    List<Section> sections = new ArrayList<>(facts.data());
    sections.addAll(facts.findings());
    sections.addAll(facts.charts());
    sections.addAll(facts.candidates());
    sections.addAll(facts.model());
    if (command != null) {
      sections.add(
          Section.of(
              "origin",
              "Do it again",
              new Code("command", "The same files have the same fit", "sh", command)));
    }
    sections.add(Section.of("raw-data", "Raw data", new Downloads(downloads)));
    return new Report("fit", facts.head(), sections, facts.chartData(downloads));
  }

  private ReportHead head() {
    boolean noticed = fit.findings().stream().anyMatch(one -> one.judgement() == Judgement.NOTICE);
    String hold =
        fit.holds().notation().isEmpty()
            ? "holds as they were"
            : fit.holds().candidates().getFirst().family() + " holds";
    return new ReportHead(
        ReportTitle.of(fit.scenario(), "What was measured"),
        source.files(),
        noticed ? Mark.LIMITED : Mark.GOOD,
        "arrivals: " + fit.arrivals().kind().words() + "; " + hold,
        FigureText.count(fit.source().requests(), "request")
            + " in "
            + FigureText.duration(fit.source().spanNanos()),
        List.of(),
        null,
        List.of(
            new Tile("requests", "Requests", FigureText.count(fit.source().requests()), ""),
            new Tile("rate", "Arrivals", rate(), ""),
            new Tile("hold", "Mean hold", FigureText.duration(fit.holds().meanNanos()), ""),
            new Tile("in-flight", "In flight", FigureText.number(fit.inFlight().mean(), 3), "")));
  }

  private String rate() {
    Double perSecond = fit.arrivals().perSecond();
    return perSecond == null ? FigureText.NONE : FigureText.rate(perSecond);
  }

  private List<Section> data() {
    List<Fact> facts = new ArrayList<>();
    String from = fit.source().startedAt();
    Interval within = fit.arrivals().interval();
    String rate = within == null ? rate() : rate() + " " + between(within, FigureText::rate);
    facts.add(
        Fact.of(
            "arrivals",
            Fact.parts(from.isEmpty() ? List.of(rate) : List.of(rate, "from " + from))));
    facts.add(
        Fact.of(
            "holds",
            Fact.parts(
                List.of(
                    "mean " + FigureText.duration(fit.holds().meanNanos()),
                    "cv " + FigureText.number(fit.holds().cv(), 3),
                    "longest " + FigureText.duration(fit.holds().mostNanos())))));
    facts.add(
        Fact.of(
            "in flight",
            Fact.parts(
                List.of(
                    "mean " + FigureText.number(fit.inFlight().mean(), 3),
                    "at most " + FigureText.count(fit.inFlight().most())))));
    facts.addAll(source.facts());
    return List.of(Section.of("measured", "The data", new Facts(facts)));
  }

  private static String between(Interval interval, DoubleFunction<String> text) {
    return "(" + text.apply(interval.low()) + " – " + text.apply(interval.high()) + ")";
  }

  private List<Section> findings() {
    List<Fact> facts = new ArrayList<>();
    String last = "";
    for (FitFinding one : fit.findings()) {
      String label = one.about().equals(last) ? "" : one.about();
      last = one.about();
      facts.add(Fact.of(label, mark(one), one.says() + probability(one)));
    }
    return List.of(Section.of("findings", "What the data say", new Facts(facts)));
  }

  private static String probability(FitFinding finding) {
    Double p = finding.p();
    return p == null ? "" : p < 0.001 ? " (p below 0.001)" : " (p " + FigureText.number(p, 2) + ")";
  }

  private static Mark mark(FitFinding finding) {
    return switch (finding.judgement()) {
      case FINE -> Mark.GOOD;
      case NOTICE -> Mark.LIMITED;
      case UNKNOWN -> Mark.UNCLEAR;
    };
  }

  private List<Section> candidates() {
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            Weight.STRONG,
            "the data",
            Stream.concat(Stream.of("", "", ""), quantiles(fit.holds().quantileNanos())).toList()));
    for (HoldCandidate one : fit.holds().candidates()) {
      Stream<String> figures =
          Stream.of(
              FigureText.number(one.distance(), 2),
              FigureText.number(one.aic() - fit.holds().candidates().getFirst().aic(), 3),
              one.p() == null ? FigureText.NONE : FigureText.number(one.p(), 2));
      rows.add(
          new Row(
              Weight.PLAIN,
              one.family(),
              Stream.concat(figures, quantiles(one.quantileNanos())).toList()));
    }
    if (fit.holds().candidates().isEmpty()) {
      return List.of();
    }
    List<String> headings =
        Stream.concat(
                Stream.of("holds", "distance", "AIC", "p"),
                SHOWN.stream().map(one -> "p" + FigureText.number(one, 5)))
            .toList();
    return List.of(
        Section.of(
            "families",
            "Which family holds are of",
            Table.of("Families of distributions", headings, rows),
            new Facts(parameters())));
  }

  /** Those of the best family. */
  private List<Fact> parameters() {
    HoldCandidate best = fit.holds().candidates().getFirst();
    Map<String, Interval> intervals = best.intervals();
    if (intervals == null || intervals.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>(List.of(best.family()));
    best.parameters()
        .forEach(
            (name, value) -> {
              DoubleFunction<String> text =
                  HoldFit.isTime(name)
                      ? FigureText::duration
                      : figure -> FigureText.number(figure, 3);
              Interval interval = intervals.get(name);
              parts.add(
                  name
                      + " "
                      + text.apply(value)
                      + (interval == null ? "" : " " + between(interval, text)));
            });
    parts.add("95% intervals");
    return List.of(Fact.of("parameters", Fact.parts(parts)));
  }

  private Stream<String> quantiles(List<Long> nanos) {
    return SHOWN.stream()
        .map(
            percentile -> {
              int place = fit.holds().percentiles().indexOf(percentile);
              return place < 0 ? FigureText.NONE : FigureText.duration(nanos.get(place));
            });
  }

  private List<Section> model() {
    List<Fact> facts = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    fit.scenario().forEach((key, value) -> settings.add(key + ": " + value));
    facts.add(Fact.of("scenario", Fact.parts(settings.subList(1, settings.size()))));
    List<Fact> assumed = new ArrayList<>();
    fit.assumptions().forEach(one -> assumed.add(Fact.of("assumed", one)));
    facts.addAll(Facts.labelledOnce(assumed));
    return List.of(Section.of("model", "The scenario", new Facts(facts)));
  }

  private List<Section> charts() {
    List<Section> charts = new ArrayList<>();
    if (!fit.arrivals().counts().isEmpty()) {
      charts.add(
          Section.of(
              "rate",
              "The rate over time",
              new Chart(
                  "rate",
                  "Arrivals a second in each block of time",
                  "A rate that does not change gives bars that differ by chance alone."
                      + (leavesOutEnds()
                          ? " The data begin and end somewhere in the first and the last stretch,"
                              + " which are left out."
                          : ""))));
    }
    if (!fit.holds().candidates().isEmpty()) {
      charts.add(
          Section.of(
              "quantiles",
              "Holds against their families",
              new Chart(
                  "quantiles",
                  "Quantiles of each family against those of the data",
                  "Each dot is a percentile. Where a family is right, its dots lie on the line; in"
                      + " the upper right is the tail.")));
    }
    return charts;
  }

  private boolean leavesOutEnds() {
    boolean coarseClock = fit.source().files().stream().anyMatch(SourceFile::spread);
    return ArrivalFit.leavesOutEnds(coarseClock, fit.arrivals().counts().size());
  }

  private List<@Nullable Double> perSecond() {
    double seconds = fit.arrivals().blockNanos() / 1e9;
    List<@Nullable Double> rates = new ArrayList<>();
    fit.arrivals().counts().forEach(count -> rates.add(seconds > 0 ? count / seconds : 0.0));
    if (leavesOutEnds()) {
      rates.set(0, null);
      rates.set(rates.size() - 1, null);
    }
    return rates;
  }

  private FitData chartData(List<Download> downloads) {
    return new FitData(
        fit.arrivals().blockNanos() / 1e9,
        perSecond(),
        fit.holds().percentiles(),
        fit.holds().quantileNanos(),
        fit.holds().candidates().stream()
            .map(one -> new FitData.FamilyQuantiles(one.family(), one.quantileNanos()))
            .toList(),
        downloads);
  }
}
