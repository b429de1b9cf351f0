package io.anteroom.report.live;

import io.anteroom.scenario.Scenario;

/**
 * How far a simulation has come.
 *
 * @param elapsedNanos of real time
 * @param visits begun so far, nearly
 * @param expectedVisits of all planned replications; -1: unknown
 * @param done replications that are complete
 * @param planned replications, as of now
 */
public record SimulationMoment(
    Scenario scenario, long elapsedNanos, long visits, long expectedVisits, int done, int planned) {
  /** From 0 to 1, by visits where their number is known, else by replications. */
  double share() {
    double share = expectedVisits > 0 ? (double) visits / expectedVisits : (double) done / planned;
    return Math.min(share, 1);
  }
}
