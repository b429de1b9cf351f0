package io.anteroom.report;

import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.report.facts.Report;
import io.anteroom.report.facts.ReportHead;
import io.anteroom.report.facts.Section;
import io.anteroom.result.FigureText;
import io.anteroom.study.fit.Fit;
import io.anteroom.study.fit.HoldFit.Quantile;
import io.anteroom.study.fit.reader.Skipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say about a fit. */
public final class FitFacts {
  private static final int MOST_LABELS = 5;
  private final Fit fit;

  private FitFacts(Fit fit) {
    this.fit = fit;
  }

  /**
   * For a person at a terminal.
   *
   * @param folder where its files are
   */
  public static String text(Fit fit, Style style, Path folder) {
    return TextRenderer.text(of(fit), style, folder);
  }

  /** What every format has room for. */
  static Report of(Fit fit) {
    FitFacts facts = new FitFacts(fit);
    return new Report(
        "fit",
        facts.head(),
        List.of(
            Section.of("data", "What the data say", new Facts(facts.data())),
            Section.of("model", "What the scenario takes for granted", new Facts(facts.assumed()))),
        null);
  }

  private ReportHead head() {
    List<String> about = new ArrayList<>();
    fit.source().files().stream()
        .limit(3)
        .forEach(file -> about.add(file.name() + " (" + file.format() + ")"));
    if (fit.source().files().size() > 3) {
      about.add((fit.source().files().size() - 3) + " more files");
    }
    String requests = FigureText.count(fit.source().requests()) + " requests";
    return new ReportHead(
        fit.scenario().getOrDefault("name", "fit"),
        about,
        fit.warnings().isEmpty() ? Mark.GOOD : Mark.LIMITED,
        requests,
        "in " + FigureText.duration(fit.source().spanNanos()),
        List.of(),
        null,
        List.of());
  }

  private List<Fact> data() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "arrivals",
            Fact.parts(
                List.of(
                    FigureText.rate(fit.perSecond()),
                    fit.source().startedAt().isEmpty()
                        ? "times since the log began"
                        : "from " + fit.source().startedAt()))));
    List<String> holds = new ArrayList<>();
    holds.add("mean " + FigureText.duration(fit.holds().meanNanos()));
    holds.add("cv " + FigureText.number(fit.holds().cv(), 3));
    for (Quantile one : fit.holds().quantiles()) {
      holds.add(
          "p" + FigureText.number(one.percentile(), 5) + " " + FigureText.duration(one.nanos()));
    }
    holds.add("longest " + FigureText.duration(fit.holds().mostNanos()));
    facts.add(Fact.of("durations", Fact.parts(holds)));
    facts.add(
        Fact.of(
            "in flight",
            Fact.parts(
                List.of(
                    "mean " + FigureText.number(fit.inFlight().mean(), 3),
                    "at most " + FigureText.count(fit.inFlight().most())))));
    facts.addAll(labels());
    facts.addAll(skipped());
    fit.source().told().forEach(one -> facts.add(Fact.of("note", one)));
    fit.warnings().forEach(one -> facts.add(Fact.of("note", Mark.LIMITED, one)));
    return facts;
  }

  private List<Fact> labels() {
    if (fit.source().labels().size() < 2) {
      return List.of();
    }
    List<String> parts =
        fit.source().labels().entrySet().stream()
            .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
            .limit(MOST_LABELS)
            .map(label -> label.getKey() + " " + FigureText.count(label.getValue()))
            .toList();
    int more = fit.source().labels().size() - parts.size();
    String rest = more > 0 ? ", and " + more + " more" : "";
    return List.of(Fact.of("labels", Fact.parts(parts) + rest + "; --label chooses"));
  }

  private List<Fact> skipped() {
    List<Fact> facts = new ArrayList<>();
    for (Skipped one : fit.source().skipped()) {
      facts.add(
          Fact.of(
              "skipped",
              Mark.LIMITED,
              String.format(
                  Locale.ROOT,
                  "%,d %s: %s; first in %s, line %,d: %s",
                  one.count(),
                  one.count() == 1 ? "line" : "lines",
                  one.reason(),
                  one.file(),
                  one.line(),
                  one.example())));
    }
    if (fit.source().leftOut() > 0) {
      facts.add(
          Fact.of(
              "left out", FigureText.count(fit.source().leftOut()) + " requests of other labels"));
    }
    return Facts.labelledOnce(facts);
  }

  private List<Fact> assumed() {
    List<Fact> facts = new ArrayList<>();
    fit.assumptions().forEach(one -> facts.add(Fact.of("assumed", one)));
    return Facts.labelledOnce(facts);
  }
}
