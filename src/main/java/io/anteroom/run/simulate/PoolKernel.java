package io.anteroom.run.simulate;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A kernel for scenarios of one pool. */
interface PoolKernel extends Kernel {
  /** How many visits have arrived; for after the run. */
  long arrived();

  /** How many visits wait when the measured part ends; for after the run. */
  long waitingAtEnd();

  /** For how long the line had which length there; null where nobody asked. For after the run. */
  @Nullable Histogram lineLengths();
}
