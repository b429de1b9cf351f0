package io.anteroom.report;

import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.TheoryReport;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.theory.JourneyBounds;
import io.anteroom.theory.JourneyTheory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the figures stand on: a closed formula beside them, and how they were simulated. */
final class ModelFacts {
  private ModelFacts() {}

  static List<Fact> of(Run run) {
    List<Fact> facts = new ArrayList<>();
    TheoryReport theory = run.result().theory();
    if (theory != null) {
      facts.add(Fact.of("theory", theory(theory)));
      if (run.scenario().journey() != null) {
        addJourney(JourneyTheory.of(run.scenario()), facts);
      }
    }
    Simulation simulation = run.result().simulation();
    if (simulation != null) {
      facts.add(Fact.of("simulated", simulated(simulation, run.result().confidence())));
      if (!simulation.model().isEmpty()) {
        facts.add(Fact.of("", simulation.model()));
      }
      addWarmup(simulation, run, facts);
    }
    Confidence confidence = run.result().confidence();
    if (simulation == null && confidence != null) {
      facts.add(Fact.of("intervals", margins(confidence, "runs")));
    }
    return facts;
  }

  private static String theory(TheoryReport theory) {
    String reason = theory.reason();
    if (reason != null) {
      return reason;
    }
    List<String> parts = new ArrayList<>();
    boolean approximate = Boolean.FALSE.equals(theory.exact());
    parts.add(theory.model() + ", " + theory.formula() + (approximate ? " (approximate)" : ""));
    addShare(parts, "utilisation ", theory.utilisation(), "");
    addShare(parts, "", theory.waited(), " of arrivals find no free room");
    Double turnedAway = positive(theory.turnedAway());
    String admitted = turnedAway == null ? "" : " of those let in";
    addShare(parts, "", positive(theory.abandoned()), admitted + " give up");
    addShare(parts, "", turnedAway, " of arrivals turned away");
    return Fact.parts(parts);
  }

  /** What no formula knows of, and between what it lies. */
  private static void addJourney(JourneyTheory theory, List<Fact> facts) {
    theory.notes().forEach(note -> facts.add(Fact.of("", note)));
    JourneyBounds bounds = theory.bounds();
    if (bounds != null) {
      List<String> parts = new ArrayList<>();
      parts.add(
          "throughput "
              + between(bounds.leastPerSecond(), bounds.mostPerSecond(), FigureText::rate)
              + " (rooms of "
              + bounds.bottleneck()
              + ")");
      parts.add(
          "mean response "
              + between(
                  bounds.leastResponseNanos(), bounds.mostResponseNanos(), FigureText::duration));
      parts.add(bounds.method());
      facts.add(Fact.of("bounds", Fact.parts(parts)));
    }
  }

  private static String between(double least, double most, DoubleFunction<String> text) {
    if (!Double.isFinite(least)) {
      return "at most " + text.apply(most);
    }
    return Double.isFinite(most)
        ? "from " + text.apply(least) + " to " + text.apply(most)
        : "at least " + text.apply(least);
  }

  private static @Nullable Double positive(@Nullable Double share) {
    return share == null || share == 0 ? null : share;
  }

  private static void addShare(
      List<String> parts, String before, @Nullable Double share, String after) {
    if (share != null) {
      parts.add(before + FigureText.share(share) + after);
    }
  }

  private static String simulated(Simulation simulation, @Nullable Confidence confidence) {
    String way =
        simulation.method().equals("recursion") ? "Kiefer-Wolfowitz recursion" : "event calendar";
    List<String> parts = new ArrayList<>();
    parts.add(FigureText.count(simulation.seeds().size(), "replication") + ", " + way);
    if (Boolean.TRUE.equals(simulation.warmupFound())) {
      parts.add("warm-up " + FigureText.duration(simulation.warmupNanos()) + " (MSER-5)");
    }
    if (confidence != null) {
      parts.add(sure(confidence));
      if (confidence.precision() != null) {
        parts.add(confidence.precision());
      }
    }
    return Fact.parts(parts);
  }

  private static String sure(Confidence confidence) {
    if (confidence.metrics().isEmpty()) {
      return "no figure has an interval: in some of them nothing was measured";
    }
    return confidence.metrics().values().stream().allMatch(Estimate::alike)
        ? "all alike: nothing is drawn at random, so one says as much"
        : margins(confidence, "replications");
  }

  /** What stands below the figures. */
  private static String margins(Confidence confidence, String which) {
    boolean below =
        confidence.metrics().entrySet().stream()
            .flatMap(
                one ->
                    PartMetrics.recorded(one.getKey()).stream()
                        .map(metric -> Margin.of(metric, one.getValue())))
            .anyMatch(margin -> margin.startsWith("≤"));
    return "± half of a 95% interval, from how the "
        + which
        + " differ"
        + (below ? ", or its upper end (≤) where the lower one is below 0" : "");
  }

  private static void addWarmup(Simulation simulation, Run run, List<Fact> facts) {
    Long empty = simulation.emptyStartNanos(run.scenario());
    if (Boolean.FALSE.equals(simulation.warmupFound())) {
      facts.add(
          Fact.of(
              "",
              Mark.UNCLEAR,
              "the run is too short for MSER-5 to be sure of the warm-up; %s were left out"
                  .formatted(FigureText.duration(simulation.warmupNanos()))));
    } else if (empty != null) {
      facts.add(
          Fact.of(
              "",
              Mark.UNCLEAR,
              "the run begins empty: MSER-5 would leave out the first %s (set warmup to auto)"
                  .formatted(FigureText.duration(empty.longValue()))));
    }
  }
}
