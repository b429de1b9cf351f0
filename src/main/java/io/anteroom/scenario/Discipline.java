package io.anteroom.scenario;

import java.time.Duration;

/**
 * How persons get their rooms under a locking mode, apart from what locks are made of: what
 * simulated time and closed formulas know of the mode. Each mode declares its own.
 */
public sealed interface Discipline {
  /**
   * Whoever finds no free room waits in line until it is granted one, or its patience ends.
   *
   * @param fair whether the lock really serves its line in order; where it lets newcomers barge, a
   *     line in order is only a model of it
   */
  record InLine(boolean fair) implements Discipline {}

  /**
   * An attempt waits in line for the scenario's timeout, and a refused person goes back to its end.
   */
  record Requeue() implements Discipline {}

  /**
   * Nobody stands in line: a refused person pauses and tries again, so that a room that falls free
   * goes to whoever tries next (a retrial queue).
   *
   * @param base the bound of the first pause, where the scenario does not say otherwise
   * @param doublings how often that bound doubles from attempt to attempt
   * @param jitter whether the pause is drawn uniformly from 0 to the bound, rather than being it
   */
  record Polling(Duration base, int doublings, boolean jitter) implements Discipline {}

  /** Everybody enters at once, whoever is inside. */
  record AtWill() implements Discipline {}

  /**
   * The waits are made of what only a processor does.
   *
   * @param reason why, in words that follow "it can't be simulated: "
   */
  record Unmodelled(String reason) implements Discipline {}
}
