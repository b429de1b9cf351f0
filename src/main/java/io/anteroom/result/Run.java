package io.anteroom.result;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One scenario executed once: the figures, and the raw data behind them.
 *
 * @param histograms of the visits after the warm-up
 * @param intervals in order of time
 * @param attachments files that the run left behind, by the name that they get in the results
 *     folder; whoever writes that folder moves them there
 */
public record Run(
    Scenario scenario,
    RunResult result,
    Histograms histograms,
    List<IntervalRecord> intervals,
    Map<String, Path> attachments) {
  public Run {
    intervals = List.copyOf(intervals);
    attachments = Map.copyOf(attachments);
  }
}
