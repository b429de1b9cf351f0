package io.anteroom.report;

import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.LatencyText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.metric.Metrics;
import io.anteroom.scenario.BusyWaiting;
import io.anteroom.scenario.Discipline;
import java.util.ArrayList;
import java.util.List;

/** The figures of a run that are no distributions, each with its label; only what matters. */
final class FigureFacts {
  private final Run run;
  private final RunResult result;
  private final RunWords words;
  private final List<Fact> facts = new ArrayList<>();

  private FigureFacts(Run run) {
    this.run = run;
    this.result = run.result();
    this.words = new RunWords(run);
  }

  static List<Fact> of(Run run) {
    FigureFacts figures = new FigureFacts(run);
    figures.addAll();
    return figures.facts;
  }

  private void addAll() {
    brief("throughput", sure("throughput"));
    brief("utilisation", sure("utilisation"));
    if (run.scenario().demand().arrivals().open()) {
      brief("offered", FigureText.rate(result.offeredPerSecond()));
      brief("achieved", FigureText.rate(result.achievedPerSecond()));
    }
    if (result.simulation() == null) {
      brief("CPU a visit", processorTime());
    }
    brief("fairness", fairness());
    facts.add(Fact.of("visits", visits(result.visits())));
    addAttempts(result.visits());
    addFailedCalls();
    addViolations(result.visits().violations());
    if (result.simulation() == null) {
      brief("late starts", LatencyText.tail(result.lateness()));
      brief("canary", LatencyText.tail(result.canary()));
    }
  }

  private void brief(String label, String text) {
    facts.add(Fact.brief(label, text));
  }

  /** A metric and how sure it is. */
  private String sure(String metric) {
    return words.of(metric) + margin(metric);
  }

  private String margin(String metric) {
    return (" " + words.margin(Metrics.named(metric))).stripTrailing();
  }

  private String processorTime() {
    Double nanos = result.cpu().nanosPerVisit();
    return nanos != null && nanos > 0 ? FigureText.duration(nanos.doubleValue()) : FigureText.NONE;
  }

  /** In an open model each person comes once, so that the index says nothing of persons. */
  private String fairness() {
    double jain = result.fairness().jain();
    String of =
        run.scenario().demand().arrivals().open() ? " (how the waits vary)" : " (Jain's index)";
    return Double.isFinite(jain) && result.fairness().persons() > 0
        ? FigureText.index(jain) + margin("fairness.jain") + of
        : FigureText.NONE;
  }

  private static String visits(VisitCounts visits) {
    List<String> counts = new ArrayList<>();
    counts.add(FigureText.count(visits.completed()) + " completed");
    if (visits.abandoned() > 0) {
      double all = (double) visits.completed() + visits.abandoned();
      String share = " (" + FigureText.share(visits.abandoned() / all, 2) + ")";
      counts.add(FigureText.count(visits.abandoned()) + " gave up" + share);
    }
    addIfAny(counts, visits.censored(), " censored (cut short by the end)");
    addIfAny(counts, visits.turnedAway(), " turned away");
    addIfAny(counts, visits.warmup(), " in the warm-up");
    addIfAny(counts, visits.cooldown(), " after one person had made all its visits");
    return Fact.parts(counts);
  }

  private static void addIfAny(List<String> counts, long count, String words) {
    if (count > 0) {
      counts.add(FigureText.count(count) + words);
    }
  }

  private void addAttempts(VisitCounts visits) {
    if (visits.refusals() > 0) {
      facts.add(
          Fact.of(
              "attempts",
              "%s · refused %s (the room was taken)"
                  .formatted(
                      FigureText.count(visits.attempts()), FigureText.count(visits.refusals()))));
    }
  }

  private void addFailedCalls() {
    long failed = result.callsFailed();
    if (failed == 0) {
      return;
    }
    List<String> kinds = new ArrayList<>();
    kinds.add(FigureText.count(failed) + " of the completed visits");
    result
        .callsFailedByKind()
        .forEach((kind, count) -> kinds.add(FigureText.count(count) + " " + kind));
    facts.add(Fact.of("failed calls", Mark.BAD, Fact.parts(kinds)));
  }

  private void addViolations(long violations) {
    if (violations > 0) {
      facts.add(
          Fact.of("violations", Mark.BAD, FigureText.count(violations) + " " + Metrics.VIOLATIONS));
    } else if (run.scenario().locking().discipline() instanceof Discipline.AtWill) {
      facts.add(Fact.of("violations", "none, though nothing prevented them"));
    }
  }

  /** Figures that are not what they seem. */
  static List<Fact> doubts(RunResult result) {
    List<Fact> doubts = new ArrayList<>();
    addOutOfRange(result.clamped(), "too long to be told apart, recorded as shorter", doubts);
    addOutOfRange(result.negative(), "below 0, recorded as 0", doubts);
    if (Boolean.TRUE.equals(result.environment().busyWaiting())) {
      doubts.add(Fact.of("busy waiting", BusyWaiting.WORDS));
    }
    return doubts;
  }

  private static void addOutOfRange(long count, String what, List<Fact> doubts) {
    if (count > 0) {
      doubts.add(Fact.of("clamped", Mark.BAD, FigureText.count(count, "duration") + " " + what));
    }
  }
}
