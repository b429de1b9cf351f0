package io.anteroom.run.simulate;

/** A way to compute what becomes of every visit of a scenario. Good for one run. */
interface Kernel {
  /** Runs the scenario to its end, or to where it was interrupted; called once. */
  void run();

  /** Asks the run to end early; may be called by any thread. */
  void interrupt();

  /** Whether the run was asked to end early before it had ended. */
  boolean interrupted();

  /** What happened in the measured part of the run; for after it. */
  Totals totals();

  /**
   * What happened in the measured part of a run, to whichever visits.
   *
   * @param completed visits that left their room in it
   * @param abandoned visits that gave up in it
   * @param occupiedNanos time in rooms, as far as it lies in it
   * @param waitingNanos time of waiting, as far as it lies in it
   */
  record Totals(long completed, long abandoned, double occupiedNanos, double waitingNanos) {
    /** Visits that left their room or gave up. */
    long ended() {
      return completed + abandoned;
    }

    Totals minus(Totals before) {
      return new Totals(
          completed - before.completed,
          abandoned - before.abandoned,
          occupiedNanos - before.occupiedNanos,
          waitingNanos - before.waitingNanos);
    }
  }
}
