package io.anteroom.run.simulate;

import io.anteroom.measure.ArrivalCount;
import io.anteroom.result.ResultBuilder.Rates;
import io.anteroom.result.RunResult.Interval;
import io.anteroom.result.RunResult.Simulation;
import io.anteroom.scenario.BargingModel;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a result says of the measured part of a simulated run, through one pool or several. */
record SimulatedPart(Scenario scenario, Schedule schedule, MeasuredWindow window) {
  private boolean open() {
    return scenario.demand().arrivals().open();
  }

  /** When it began. */
  long startNanos() {
    return window.endNanos() - window.nanos();
  }

  Rates rates(Kernel.Totals totals, ArrivalCount arrivals) {
    double perSecond = window.average(1e9);
    double ended = totals.ended() * perSecond;
    return new Rates(
        totals.completed() * perSecond,
        open() ? window.average(arrivals.before(window.endNanos()) * 1e9) : ended,
        ended,
        window.average(totals.occupiedNanos())
            / scenario.meanRooms(startNanos(), window.endNanos()));
  }

  /**
   * How it was simulated.
   *
   * @param way how what becomes of the visits was computed
   * @param waits the means of waits; null: nobody kept them
   */
  Simulation simulation(String way, @Nullable BatchMeans waits) {
    Mser.Truncation truncation = Mser.of(waits == null ? List.of() : List.of(waits));
    return new Simulation(
        way,
        BargingModel.of(scenario),
        List.of(scenario.conduct().seed()),
        schedule.warmupNanos(),
        null,
        truncation.found() ? truncation.nanos() : null);
  }

  /** An open model lasts as long as somebody may arrive. */
  List<Interval> intervals(@Nullable TimeSeries series) {
    return series == null ? List.of() : series.intervals(open() ? window.endNanos() : 0);
  }
}
