package io.anteroom.report.html;

import io.anteroom.report.FairnessWords;
import io.anteroom.report.OutOfRange;
import io.anteroom.report.html.DataTable.Row;
import io.anteroom.report.html.FactSection.Fact;
import io.anteroom.result.Check;
import io.anteroom.result.FigureText;
import io.anteroom.result.LatencyText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.TheoryReport;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The parts of a run's page that are figures without a chart. */
final class FigureSections {
  private FigureSections() {}

  /** What became of the visits, what theory says, and every metric there is. */
  static FactSection figures(Run run) {
    RunResult result = run.result();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("visits", visits(result.visits())));
    if (run.scenario().demand().arrivals().open()) {
      facts.add(
          Fact.of(
              "load",
              "offered "
                  + rate(result.offeredPerSecond())
                  + " · achieved "
                  + rate(result.achievedPerSecond())));
    }
    facts.add(
        Fact.of(
            "fairness",
            new RunWords(run).of("fairness.jain") + " " + FairnessWords.of(run.scenario())));
    if (result.simulation() == null) {
      facts.add(Fact.of("CPU a visit", new RunWords(run).of("cpu.nanosPerVisit")));
      facts.add(Fact.of("late starts", LatencyText.tail(result.lateness())));
      facts.add(Fact.of("canary", LatencyText.tail(result.canary())));
    } else {
      facts.add(
          Fact.of(
              "simulated", FigureText.count(result.simulation().seeds().size()) + " replications"));
    }
    if (result.visits().violations() > 0) {
      String entries = FigureText.count(result.visits().violations());
      facts.add(new Fact("violations", FactStanding.BAD, entries + " entries into occupied rooms"));
    }
    OutOfRange.of(result).forEach(text -> facts.add(new Fact("clamped", FactStanding.BAD, text)));
    if (result.theory() != null) {
      facts.add(Fact.of("theory", theory(result.theory())));
    }
    return new FactSection("figures", "Figures", facts, metrics(run));
  }

  private static String theory(TheoryReport theory) {
    return theory.reason() != null
        ? theory.reason()
        : "%s, %s%s"
            .formatted(
                theory.model(),
                theory.formula(),
                Boolean.FALSE.equals(theory.exact()) ? " (approximate)" : "");
  }

  private static String rate(double perSecond) {
    return Double.isFinite(perSecond) ? FigureText.rate(perSecond) : RunWords.NO_FIGURE;
  }

  private static String visits(VisitCounts visits) {
    List<String> counts = new ArrayList<>();
    counts.add(FigureText.count(visits.completed()) + " completed");
    addIfAny(counts, visits.abandoned(), " gave up");
    addIfAny(counts, visits.censored(), " cut short by the end (censored)");
    addIfAny(counts, visits.turnedAway(), " turned away");
    addIfAny(counts, visits.warmup(), " in the warm-up");
    addIfAny(counts, visits.cooldown(), " after one person had made all its visits");
    addIfAny(counts, visits.refusals(), " attempts refused");
    return String.join(" · ", counts);
  }

  private static void addIfAny(List<String> counts, long count, String words) {
    if (count > 0) {
      counts.add(FigureText.count(count) + words);
    }
  }

  private static DataTable metrics(Run run) {
    RunWords words = new RunWords(run);
    List<Row> rows = new ArrayList<>();
    for (Metric metric : Metrics.all()) {
      String figure = words.of(metric);
      if (!figure.equals(RunWords.NO_FIGURE)) {
        rows.add(Row.of(metric.name(), figure, words.margin(metric), metric.meaning()));
      }
    }
    return new DataTable(
        "Every metric that the run has data for", List.of("metric", "figure", "", "meaning"), rows);
  }

  /** What the run was held against. */
  static FactSection checks(List<Check> checks, List<Verdict> verdicts) {
    List<Fact> facts = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      FactStanding standing =
          switch (verdict.judgement()) {
            case MET -> FactStanding.GOOD;
            case NOT_MET -> FactStanding.BAD;
            case NOT_JUDGED -> FactStanding.UNCLEAR;
          };
      facts.add(new Fact("expected", standing, verdict.text()));
    }
    for (Check check : checks) {
      facts.add(
          switch (check.verdict()) {
            case PASSED -> new Fact(check.name(), FactStanding.GOOD, agreement(check));
            case FAILED -> new Fact(check.name(), FactStanding.BAD, failure(check));
            case NOT_JUDGED ->
                new Fact(check.name(), FactStanding.UNCLEAR, "not judged: " + check.reason());
          });
    }
    return new FactSection("checks", "Checks", facts, null);
  }

  private static String agreement(Check check) {
    return "expected %s, measured %s".formatted(number(check.expected()), number(check.measured()));
  }

  private static String failure(Check check) {
    return agreement(check) + (check.reason().isEmpty() ? "" : ": " + check.reason());
  }

  private static String number(double number) {
    return Double.isFinite(number) ? FigureText.number(number, 4) : RunWords.NO_FIGURE;
  }
}
