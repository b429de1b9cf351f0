package io.anteroom.study.plan;

import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.replication.Replications;
import io.anteroom.study.replication.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replications of one scenario after the other, until the plan is told to stop. Any thread may call
 * {@link #interrupt}; one thread calls the rest.
 */
final class StoppableReplications {
  /** No scenario is replicated more often for one judgement. */
  static final int MOST = 160;

  private final int threads;
  private volatile @Nullable Replications running;
  private volatile boolean stopping;

  StoppableReplications(int threads) {
    this.threads = threads;
  }

  /** The plan was told to end early. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What came of the replications of one scenario.
   *
   * @param run all of them as one
   * @param samples the figures of each
   * @param stuck how many got stuck
   */
  record Replicated(Run run, Samples samples, int stuck) {
    /** Whether no visit of any replication had to wait; whoever got stuck still does. */
    boolean nobodyWaited() {
      return stuck == 0
          && run.result().waits().maxNanos() == 0
          && run.result().abandonedWait().count() == 0;
    }
  }

  void interrupt() {
    stopping = true;
    Replications simulating = running;
    if (simulating != null) {
      simulating.interrupt();
    }
  }

  /**
   * Replicates a scenario as often as it says; the first replication checks itself.
   *
   * @param metrics those that the samples have
   * @throws StoppedException if the plan was told to end
   */
  Replicated run(Scenario scenario, List<Metric> metrics) throws InterruptedException {
    return run(new Replications(scenario, metrics, null, threads));
  }

  /** The same, for samples and counts alone. */
  Replicated runBriefly(Scenario scenario, List<Metric> metrics) throws InterruptedException {
    return run(new Replications(scenario, metrics, null, threads).briefly());
  }

  private Replicated run(Replications replications) throws InterruptedException {
    running = replications;
    requireGoingOn();
    Run run = replications.run();
    requireGoingOn();
    return new Replicated(run, replications.samples(), replications.stuck());
  }

  /**
   * Returns if the plan goes on.
   *
   * @throws StoppedException if it was told to end
   */
  void requireGoingOn() {
    if (stopping) {
      throw new StoppedException();
    }
  }
}
