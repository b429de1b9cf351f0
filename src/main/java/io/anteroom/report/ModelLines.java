package io.anteroom.report;

import io.anteroom.result.FigureText;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.TheoryReport;
import io.anteroom.scenario.Arrivals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the figures stand on: a closed formula beside them, and how they were simulated. */
final class ModelLines {
  private final Run run;
  private final Facts facts;

  ModelLines(Run run, Facts facts) {
    this.run = run;
    this.facts = facts;
  }

  void print() {
    TheoryReport theory = run.result().theory();
    if (theory != null) {
      facts.fact("theory", theory(theory));
    }
    Simulation simulation = run.result().simulation();
    if (simulation != null) {
      facts.fact("simulated", Page.parts(simulated(simulation)));
      if (!simulation.model().isEmpty()) {
        facts.fact("", simulation.model());
      }
      suggest(simulation);
    }
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
    addShare(parts, "", theory.waited(), " find no free room");
    addShare(parts, "", positive(theory.abandoned()), " give up");
    addShare(parts, "", positive(theory.turnedAway()), " turned away");
    return Page.parts(parts);
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

  private List<String> simulated(Simulation simulation) {
    String way =
        simulation.method().equals("recursion") ? "Kiefer-Wolfowitz recursion" : "event calendar";
    List<String> parts = new ArrayList<>();
    parts.add(FigureText.count(simulation.seeds().size()) + " replications, " + way);
    if (Boolean.TRUE.equals(simulation.warmupFound())) {
      parts.add("warm-up " + FigureText.duration(simulation.warmupNanos()) + " (MSER-5)");
    }
    Confidence confidence = run.result().confidence();
    if (confidence != null) {
      parts.add("± half of a 95% interval");
      if (confidence.precision() != null) {
        parts.add(confidence.precision());
      }
    }
    return parts;
  }

  /** A burst has no steady state that a warm-up could lead to. */
  private void suggest(Simulation simulation) {
    Long suggested = simulation.suggestedWarmupNanos();
    if (Boolean.FALSE.equals(simulation.warmupFound())) {
      facts.fact(
          "",
          Mark.UNCLEAR,
          "the run is too short for MSER-5 to be sure of the warm-up; "
              + FigureText.duration(simulation.warmupNanos())
              + " were left out");
      return;
    }
    boolean burst = run.scenario().demand().arrivals() instanceof Arrivals.AtOnce;
    boolean given = simulation.warmupFound() == null;
    if (suggested != null && given && !burst && suggested > simulation.warmupNanos()) {
      facts.fact(
          "",
          Mark.UNCLEAR,
          "the run begins empty: MSER-5 would leave out the first "
              + FigureText.duration(suggested)
              + " (set warmup to auto)");
    }
  }
}
