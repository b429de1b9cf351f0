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
}
