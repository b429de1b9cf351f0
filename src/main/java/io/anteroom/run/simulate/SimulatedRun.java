package io.anteroom.run.simulate;

import io.anteroom.result.Environment;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;

/**
 * One scenario in simulated time, under its seed. Good for one run; {@link #interrupt} and {@link
 * #visits} may be called by any thread meanwhile.
 */
public interface SimulatedRun {
  /**
   * A run that gives figures, as fast as it can; its result has no checksum of the schedule.
   *
   * @param lineLengths whether it keeps for how long the line had which length, if there is one
   * @throws UnsupportedScenarioException if the scenario can't be simulated
   */
  static SimulatedRun brief(Scenario scenario, boolean lineLengths) {
    return scenario.journey() == null
        ? Simulator.brief(scenario, lineLengths)
        : new JourneySimulator(scenario, scenario.journey(), false);
  }

  /**
   * A run that keeps the course of time, and checks itself besides.
   *
   * @throws UnsupportedScenarioException if the scenario can't be simulated
   */
  static SimulatedRun detailed(Scenario scenario) {
    return detailed(scenario, true);
  }

  /**
   * A run that keeps the course of time, and checks itself besides.
   *
   * @param lineLengths whether it keeps for how long the line had which length, if there is one
   * @throws UnsupportedScenarioException if the scenario can't be simulated
   */
  static SimulatedRun detailed(Scenario scenario, boolean lineLengths) {
    return scenario.journey() == null
        ? Simulator.detailed(scenario, lineLengths, Simulator.CHECKED_VISITS)
        : new JourneySimulator(scenario, scenario.journey(), true);
  }

  /** Runs the scenario to its end; called once. */
  Run run(Environment environment);

  /** Asks the run to end early and to keep what there is. */
  void interrupt();

  /** How many visits have begun so far, nearly. */
  long visits();
}
