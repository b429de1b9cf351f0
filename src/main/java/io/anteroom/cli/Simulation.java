package io.anteroom.cli;

import io.anteroom.report.live.Canvas;
import io.anteroom.report.live.LiveSimulation;
import io.anteroom.report.live.SimulationMoment;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.replication.Precision;
import io.anteroom.study.replication.Replications;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A scenario in simulated time, as the command line runs and follows it. */
final class Simulation implements ReportOptions.Running {
  private final Scenario scenario;
  private final Replications replications;

  /** Of one replication; -1 where a duration may end them before. */
  private final long expectedVisits;

  private final long startNanos = System.nanoTime();

  Simulation(Scenario scenario, @Nullable Precision precision) {
    this.scenario = scenario;
    int threads = Runtime.getRuntime().availableProcessors();
    this.replications = new Replications(scenario, List.of(), precision, threads);
    this.expectedVisits = scenario.demand().expectedVisits();
  }

  @Override
  public Run run() throws InterruptedException {
    return replications.run();
  }

  @Override
  public void interrupt() {
    replications.interrupt();
  }

  /** A view of it that is drawn again and again. */
  Display shownOn(Canvas canvas, DrawnLines drawn) {
    LiveSimulation view = new LiveSimulation(canvas);
    return new ViewDisplay(() -> view.lines(moment()), drawn);
  }

  private SimulationMoment moment() {
    int planned = replications.planned();
    return new SimulationMoment(
        scenario,
        System.nanoTime() - startNanos,
        replications.visits(),
        expectedVisits <= 0 ? -1 : expectedVisits * planned,
        replications.done(),
        planned);
  }

  /** How far it has come, in one line. */
  String progress() {
    long visits = replications.visits();
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    double perSecond = visits / seconds;
    String rate =
        String.format(
            Locale.ROOT,
            "%4.0f s  %,d visits  %,.0f/s  %,d replications",
            seconds,
            visits,
            perSecond,
            replications.planned());
    double all = (double) expectedVisits * replications.planned();
    return expectedVisits <= 0 || visits == 0
        ? rate
        : String.format(
            Locale.ROOT,
            "%s  %.0f%%  %.0f s left",
            rate,
            Math.min(100 * visits / all, 100),
            Math.max(all - visits, 0) / perSecond);
  }
}
