package io.anteroom.report;

import io.anteroom.measure.DurationKind;
import io.anteroom.report.facts.RunData.Objective;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Expectation;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Unit;
import java.util.ArrayList;
import java.util.List;

/** The expectations of a run that a chart of durations can show: those about durations. */
final class ChartObjectives {
  private ChartObjectives() {}

  /** In the order in which they were written. */
  static List<Objective> of(Run run) {
    List<Objective> objectives = new ArrayList<>();
    for (Expectation expectation : Expectation.of(run.scenario())) {
      Metric metric = expectation.metric();
      for (DurationKind kind : DurationKind.drawn()) {
        if (metric.unit() == Unit.DURATION && metric.of(kind) && metric.ofAll()) {
          Metric.Quantile quantile = metric.quantile();
          objectives.add(
              new Objective(
                  expectation.toString(),
                  kind.label(),
                  quantile == null ? null : 100 / (100 - quantile.percent()),
                  Math.round(expectation.limit())));
        }
      }
    }
    return objectives;
  }
}
