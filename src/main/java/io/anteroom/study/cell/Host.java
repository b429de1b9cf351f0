package io.anteroom.study.cell;

import org.jspecify.annotations.Nullable;

/**
 * What else went on on the machine while a cell ran; null where that is not observable.
 *
 * @param loadBefore load average of the minute before
 * @param stealShare processors' time that the hypervisor gave to others, from 0 to 1
 * @param otherShare processors' time that other processes took, from 0 to 1
 * @param machine the name of the worker that ran the cell; null: it ran here
 * @param hardware the worker's processors, as {@link Hardware} writes them; null: it ran here, or
 *     the record is older than this
 */
public record Host(
    @Nullable Double loadBefore,
    @Nullable Double stealShare,
    @Nullable Double otherShare,
    @Nullable String machine,
    @Nullable String hardware) {
  /** More than this, and the figures of a cell are partly somebody else's. */
  private static final double NOISY_STEAL = 0.02;

  private static final double NOISY_OTHERS = 0.1;

  /** What went on on this machine. */
  public Host(
      @Nullable Double loadBefore, @Nullable Double stealShare, @Nullable Double otherShare) {
    this(loadBefore, stealShare, otherShare, null, null);
  }

  /** The same on a machine that has a name, with those processors. */
  public Host on(String worker, String processors) {
    return new Host(loadBefore, stealShare, otherShare, worker, processors);
  }

  /** Whether others took so much that the cell's figures are in doubt. */
  public boolean noisy() {
    return above(stealShare, NOISY_STEAL) || above(otherShare, NOISY_OTHERS);
  }

  private static boolean above(@Nullable Double share, double limit) {
    return share != null && share > limit;
  }
}
