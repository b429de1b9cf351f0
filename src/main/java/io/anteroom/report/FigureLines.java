package io.anteroom.report;

import io.anteroom.report.html.Margin;
import io.anteroom.result.FigureText;
import io.anteroom.result.LatencyText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The figures of a run that are no distributions, each with its label; only what matters. */
final class FigureLines {
  private final Run run;
  private final RunResult result;
  private final Facts facts;

  FigureLines(Run run, Facts facts) {
    this.run = run;
    this.result = run.result();
    this.facts = facts;
  }

  void print() {
    facts.pair("throughput", throughput(), "utilisation", utilisation());
    if (run.scenario().demand().arrivals().open()) {
      facts.pair(
          "offered", rate(result.offeredPerSecond()), "achieved", rate(result.achievedPerSecond()));
    }
    if (result.simulation() == null) {
      facts.pair("CPU a visit", processorTime(), "fairness", fairness());
    } else {
      facts.fact("fairness", fairness());
    }
    facts.fact("visits", visits(result.visits()));
    printAttempts(result.visits());
    printViolations(result.visits().violations());
    if (result.simulation() == null) {
      facts.pair(
          "late starts",
          LatencyText.tail(result.lateness()),
          "canary",
          LatencyText.tail(result.canary()));
      new PinningLines(result, run.scenario().facility().rooms(), facts).print();
    }
    OutOfRange.of(result).forEach(text -> facts.fact("clamped", Mark.BAD, text));
    if (Boolean.TRUE.equals(result.environment().busyWaiting())) {
      facts.fact("busy waiting", BusyWaiting.WORDS);
    }
    new ModelLines(run, facts).print();
  }

  private static String rate(double perSecond) {
    return Double.isFinite(perSecond) ? FigureText.rate(perSecond) : "–";
  }

  private String throughput() {
    return rate(result.throughputPerSecond()) + margin("throughput");
  }

  private String utilisation() {
    return Double.isFinite(result.utilisation())
        ? FigureText.share(result.utilisation()) + margin("utilisation")
        : "–";
  }

  private String margin(String metric) {
    Confidence confidence = result.confidence();
    Estimate estimate = confidence == null ? null : confidence.metrics().get(metric);
    String margin = estimate == null ? "" : Margin.of(Metrics.find(metric).orElseThrow(), estimate);
    return margin.isEmpty() ? "" : " " + margin;
  }

  private String processorTime() {
    Double nanos = result.cpu().nanosPerVisit();
    return nanos != null && Double.isFinite(nanos) && nanos > 0 ? FigureText.duration(nanos) : "–";
  }

  private String fairness() {
    double jain = result.fairness().jain();
    return Double.isFinite(jain) && result.fairness().persons() > 0
        ? FigureText.index(jain) + margin("fairness.jain") + " " + FairnessWords.of(run.scenario())
        : "–";
  }

  private static String visits(VisitCounts visits) {
    List<String> counts = new ArrayList<>();
    counts.add(FigureText.count(visits.completed()) + " completed");
    if (visits.abandoned() > 0) {
      counts.add(FigureText.count(visits.abandoned()) + " abandoned" + share(visits));
    }
    addIfAny(counts, visits.censored(), " censored (cut short by the end)");
    addIfAny(counts, visits.turnedAway(), " turned away");
    addIfAny(counts, visits.warmup(), " in the warm-up");
    addIfAny(counts, visits.cooldown(), " after one person had made all its visits");
    return Page.parts(counts);
  }

  private static String share(VisitCounts visits) {
    double all = (double) visits.completed() + visits.abandoned();
    return " (" + FigureText.share(visits.abandoned() / all, 2) + ")";
  }

  private static void addIfAny(List<String> counts, long count, String words) {
    if (count > 0) {
      counts.add(FigureText.count(count) + words);
    }
  }

  private void printAttempts(VisitCounts visits) {
    if (visits.refusals() > 0) {
      facts.fact(
          "attempts",
          FigureText.count(visits.attempts())
              + " · refused "
              + FigureText.count(visits.refusals())
              + " (the room was taken)");
    }
  }

  private void printViolations(long violations) {
    if (violations > 0) {
      facts.fact(
          "violations", Mark.BAD, FigureText.count(violations) + " entries into occupied rooms");
    } else if (run.scenario().locking().mode().equals("none")) {
      facts.fact("violations", "none, though nothing prevented them");
    }
  }
}
