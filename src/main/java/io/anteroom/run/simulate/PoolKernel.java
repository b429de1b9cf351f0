package io.anteroom.run.simulate;

/** A kernel for scenarios of one pool. */
interface PoolKernel extends Kernel {
  /** How many visits have arrived; for after the run. */
  long arrived();

  /** How many visits wait when the measured part ends; for after the run. */
  long waitingAtEnd();
}
