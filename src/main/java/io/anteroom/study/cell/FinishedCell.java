package io.anteroom.study.cell;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.TheoryValues;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.cell.CellRunner.Finish;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a cell, worked out from what it has left. */
public final class FinishedCell {
  private FinishedCell() {}

  /**
   * The figures of a cell that has ended on this machine.
   *
   * @param folder holds what it has left
   * @param seconds how long it took
   * @param parser reads its scenario
   */
  public static CellRecord record(
      Cell cell, CellFolder folder, Finish finish, double seconds, ScenarioParser parser)
      throws IOException {
    Run run = finish.run() == null ? stored(folder, parser) : finish.run();
    RunVerdict verdict = run == null ? null : RunVerdict.of(run);
    return new CellRecord(
        CellRecord.SCHEMA,
        cell.name(),
        cell.point(),
        cell.jvm().jdk().version(),
        finish.outcome(),
        finish.explanation(),
        finish.host(),
        seconds,
        run == null ? null : run.result().scheduleChecksum(),
        run == null ? Map.of() : metrics(run),
        verdict == null ? List.of() : notMet(verdict),
        verdict == null ? null : verdict.toRecord(),
        run == null ? null : intervals(run),
        run == null ? null : TheoryValues.of(run.scenario()),
        run == null ? null : emptyStartNanos(run));
  }

  private static @Nullable Long emptyStartNanos(Run run) {
    Simulation simulation = run.result().simulation();
    return simulation == null ? null : simulation.emptyStartNanos(run.scenario());
  }

  private static @Nullable Run stored(CellFolder folder, ScenarioParser parser) throws IOException {
    return Files.exists(folder.result()) ? StoredRun.read(folder.result(), parser) : null;
  }

  private static List<String> notMet(RunVerdict verdict) {
    return verdict.expectations().stream()
        .filter(one -> !one.met())
        .map(one -> one.expectation().toString())
        .toList();
  }

  private static Map<String, Estimate> intervals(Run run) {
    Confidence confidence = run.result().confidence();
    return confidence == null ? Map.of() : confidence.metrics();
  }

  private static Map<String, Double> metrics(Run run) {
    Map<String, Double> measured = new LinkedHashMap<>();
    PartMetrics.withWhole(run.scenario())
        .forEach(
            metric -> metric.measure(run).ifPresent(value -> measured.put(metric.name(), value)));
    return measured;
  }
}
