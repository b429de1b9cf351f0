package io.anteroom.simulate;

/** A way to compute what becomes of every visit of a scenario. Good for one run. */
interface Kernel {
  /** Runs the scenario to its end, or to where it was interrupted; called once. */
  void run();

  /** Asks the run to end early; may be called by any thread. */
  void interrupt();

  /** Whether the run was asked to end early before it had ended. */
  boolean interrupted();
}
