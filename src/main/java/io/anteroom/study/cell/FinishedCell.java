package io.anteroom.study.cell;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.result.VerdictRecord;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.TheoryValues;
import io.anteroom.result.metric.Verdict;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.Rating;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
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
        run == null || verdict == null ? null : verdict(verdict, intervals(run)),
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

  /** That on the run, unless what it says of an objective may be chance. */
  private static VerdictRecord verdict(RunVerdict verdict, Map<String, Estimate> intervals) {
    List<Verdict> deciding =
        switch (verdict.kind()) {
          case OBJECTIVE_MET -> verdict.expectations();
          case OBJECTIVE_MISSED ->
              verdict.expectations().stream().filter(one -> !one.met()).toList();
          default -> List.of();
        };
    List<Verdict> open = deciding.stream().filter(one -> crosses(one, intervals)).toList();
    boolean decided =
        open.isEmpty()
            || (verdict.kind() == VerdictKind.OBJECTIVE_MISSED && open.size() < deciding.size());
    return decided
        ? verdict.toRecord()
        : new VerdictRecord(
            CellRecord.CANNOT_TELL,
            Rating.UNCLEAR.word(),
            "can't tell: %s, and the limit is in its 95%% interval"
                .formatted(open.getFirst().finding()));
  }

  private static boolean crosses(Verdict one, Map<String, Estimate> intervals) {
    Estimate interval = intervals.get(one.expectation().metric().name());
    double limit = one.expectation().limit();
    return interval != null && interval.low() < limit && limit < interval.high();
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
