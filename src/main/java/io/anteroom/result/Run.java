package io.anteroom.result;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.VisitRecord;
import io.anteroom.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario executed once: the figures, and the raw data behind them.
 *
 * @param histograms of the visits after the warm-up
 * @param intervals in order of time
 * @param visits the first ones, warm-up included; empty where they were not kept
 * @param attachments files that the run left behind, by the name that they get in the results
 *     folder; whoever writes that folder moves them there
 * @param parts what was recorded by pool and by class, for those parts that the result has
 */
public record Run(
    Scenario scenario,
    RunResult result,
    Histograms histograms,
    List<IntervalRecord> intervals,
    List<VisitRecord> visits,
    Map<String, Path> attachments,
    Map<PartLabel, Histograms> parts) {
  private static final Histograms NOTHING = Histograms.empty();

  public Run {
    intervals = List.copyOf(intervals);
    visits = List.copyOf(visits);
    attachments = Map.copyOf(attachments);
    parts = Map.copyOf(parts);
  }

  /** A run of one pool. */
  public Run(
      Scenario scenario,
      RunResult result,
      Histograms histograms,
      List<IntervalRecord> intervals,
      List<VisitRecord> visits,
      Map<String, Path> attachments) {
    this(scenario, result, histograms, intervals, visits, attachments, Map.of());
  }

  /** That part alone, as a run that was nothing else; empty where there is no such part. */
  public Optional<Run> part(PartLabel label) {
    return result
        .part(label)
        .map(
            part ->
                new Run(
                    scenario,
                    result.asPart(part),
                    parts.getOrDefault(label, NOTHING),
                    List.of(),
                    List.of(),
                    Map.of()));
  }

  /** The same run, of which it is known how sure its figures are. */
  public Run withConfidence(RunResult.Confidence confidence) {
    RunResult sure = new ResultBuilder(result).confidence(confidence).build();
    return new Run(scenario, sure, histograms, intervals, visits, attachments, parts);
  }

  /** The same run as if it had taken place there. */
  public Run withEnvironment(Environment another) {
    RunResult there = new ResultBuilder(result).environment(another).build();
    return new Run(scenario, there, histograms, intervals, visits, attachments, parts);
  }

  /** The same run with these attachments. */
  public Run withAttachments(Map<String, Path> others) {
    return new Run(scenario, result, histograms, intervals, visits, others, parts);
  }

  /** The same run as if neither visits nor intervals had been kept: it is one interval. */
  public Run asAWhole() {
    long endNanos = intervals.isEmpty() ? result.windowNanos() : intervals.getLast().endNanos();
    List<IntervalRecord> whole = List.of(IntervalRecord.ofUnchanging(0, endNanos, histograms));
    return new Run(scenario, result, histograms, whole, List.of(), attachments, parts);
  }

  /** The same run, invalid because that check failed, unless it was worse before. */
  public Run withFailedCheck(Check failed) {
    return new Run(
        scenario,
        result.withFailedCheck(failed),
        histograms,
        intervals,
        visits,
        attachments,
        parts);
  }
}
