package io.anteroom.result;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.measure.VisitRecord;
import io.anteroom.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One scenario executed once: the figures, and the raw data behind them.
 *
 * @param histograms of the visits after the warm-up
 * @param intervals in order of time
 * @param visits the first ones, warm-up included; empty where they were not kept
 * @param attachments files that the run left behind, by the name that they get in the results
 *     folder; whoever writes that folder moves them there
 */
public record Run(
    Scenario scenario,
    RunResult result,
    Histograms histograms,
    List<IntervalRecord> intervals,
    List<VisitRecord> visits,
    Map<String, Path> attachments) {
  public Run {
    intervals = List.copyOf(intervals);
    visits = List.copyOf(visits);
    attachments = Map.copyOf(attachments);
  }

  /** The same run with these attachments. */
  public Run withAttachments(Map<String, Path> others) {
    return new Run(scenario, result, histograms, intervals, visits, others);
  }

  /** The same run, invalid because that check failed, unless it was worse before. */
  public Run withFailedCheck(Check failed) {
    return new Run(
        scenario, result.withFailedCheck(failed), histograms, intervals, visits, attachments);
  }
}
