package io.anteroom.teach;

import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.plan.Find;
import io.anteroom.study.plan.Plan;
import io.anteroom.study.plan.Planner;
import io.anteroom.study.plan.Point;
import io.anteroom.study.plan.Question;
import io.anteroom.study.plan.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the steps that ask for a capacity. {@link #interrupt} may be called by any thread. */
final class PlanStep {
  /** The fewest rooms that do. */
  static final String ANSWER = "answer";

  /** Before the name of a metric: what it is with that many rooms, and with one fewer. */
  static final String THERE = "answer:";

  static final String FEWER = "fewer:";

  private static final int MOST_ROOMS = 1000;

  private volatile @Nullable Planner running;
  private volatile boolean stopping;

  void interrupt() {
    stopping = true;
    Planner planner = running;
    if (planner != null) {
      planner.interrupt();
    }
  }

  /** What came of it; nothing where it was interrupted. */
  List<Observation> run(LessonStep.Planned step, Scenario scenario, Workshop workshop)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    Question question =
        new Question(Find.ROOMS, scenario, List.of(step.objective()), true, MOST_ROOMS, null);
    Planner planner = new Planner(question, Runtime.getRuntime().availableProcessors());
    running = planner;
    if (stopping) {
      planner.interrupt();
    }
    Plan plan = planner.plan();
    if (stopping) {
      return List.of();
    }
    Path folder = Files.createDirectories(StoredFile.PLANS.in(workshop.folder()));
    StoredFile.PLAN.write(folder, Plan.JSON.write(plan));
    return List.of(
        new Observation(
            step.label(),
            "",
            JdkRange.NO_JDK,
            plan.outcome().equals(Plan.ANSWERED) ? CellOutcome.COMPLETED : CellOutcome.INVALID,
            plan.explanation(),
            (System.nanoTime() - began) / 1e9,
            workshop.folder().relativize(StoredFile.PLAN.in(folder)).toString(),
            figures(plan),
            Map.of("model", String.valueOf(plan.model()))));
  }

  private static Map<String, Double> figures(Plan plan) {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (plan.answer() != null) {
      figures.put(ANSWER, plan.answer().doubleValue());
      put(figures, THERE, plan.at(plan.answer()));
      put(figures, FEWER, plan.at(plan.notMet()));
    }
    return figures;
  }

  private static void put(Map<String, Double> figures, String prefix, @Nullable Point point) {
    if (point == null) {
      return;
    }
    Double utilisation = point.utilisation();
    if (utilisation != null) {
      figures.put(prefix + "utilisation", utilisation);
    }
    for (Standing standing : point.standings()) {
      String metric = standing.objective().split(" ", -1)[0];
      Estimate simulated = standing.simulated();
      if (simulated != null) {
        figures.put(prefix + metric, simulated.mean());
      }
      Double theory = standing.theory();
      if (theory != null) {
        figures.put(prefix + Figures.THEORY + metric, theory);
      }
    }
  }
}
