package io.anteroom.run.simulate;

import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Draws;
import io.anteroom.scenario.schedule.MeasuredWindow;
import io.anteroom.scenario.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A few runs whose only purpose is to find the warm-up. Good for one {@link #find}; {@link
 * #interrupt} may be called by any thread meanwhile.
 */
public final class Pilot {
  /** Five, as Hoad, Robinson and Davies recommend. */
  private static final int RUNS = 5;

  private final Scenario scenario;
  private volatile @Nullable Kernel running;
  private volatile boolean stopping;

  /** A pilot of that scenario. */
  public Pilot(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Asks the runs to end early. Their finding must not be used then. */
  public void interrupt() {
    stopping = true;
    Kernel kernel = running;
    if (kernel != null) {
      kernel.interrupt();
    }
  }

  /**
   * How much of a run's beginning to leave out.
   *
   * @param found false if the runs are too short to be sure
   */
  public record Finding(long warmupNanos, boolean found) {}

  /** Finds the warm-up by MSER-5; called once. */
  public Finding find() {
    List<BatchMeans> runs = new ArrayList<>();
    for (int replication = 0; replication < RUNS && !stopping; replication++) {
      long seed = Draws.replicationSeed(scenario.conduct().seed(), replication);
      runs.add(run(scenario.withSeed(seed)));
    }
    Mser.Truncation truncation = Mser.of(runs);
    return new Finding(truncation.nanos(), truncation.found());
  }

  private BatchMeans run(Scenario own) {
    Schedule schedule = new Schedule(own);
    if (own.journey() != null) {
      JourneyTimeline course = new JourneyTimeline();
      run(new JourneyCalendar(own, schedule, schedule.newWindow(), course));
      return course.batches();
    }
    RunTimeline course = new RunTimeline(Stop.nanos(own));
    MeasuredWindow window = schedule.newWindow();
    run(
        Recursion.applies(own)
            ? new Recursion(own, schedule, window, course, false)
            : new Calendar(own, schedule, window, course, false));
    return course.batches();
  }

  private void run(Kernel kernel) {
    running = kernel;
    if (stopping) {
      kernel.interrupt();
    }
    kernel.run();
  }
}
