package io.anteroom.measure;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Where one thread at a time counts durations, plainly; see {@link TallySheets}. Confined to
 * whoever has taken it.
 */
public final class TallySheet {
  /** Of {@link DurationKind#WAIT}. */
  public final DurationCounts wait = new DurationCounts();

  /** Of {@link DurationKind#UNCORRECTED_WAIT}. */
  public final DurationCounts uncorrectedWait = new DurationCounts();

  /** Of {@link DurationKind#HOLD}. */
  public final DurationCounts hold = new DurationCounts();

  /** Of {@link DurationKind#RESPONSE}. */
  public final DurationCounts response = new DurationCounts();

  /** Of {@link DurationKind#ABANDONED_WAIT}. */
  public final DurationCounts abandonedWait = new DurationCounts();

  /** Of {@link DurationKind#LATENESS}. */
  public final DurationCounts lateness = new DurationCounts();

  /** Of {@link DurationKind#CANARY}. */
  public final DurationCounts canary = new DurationCounts();

  private final AtomicIntegerArray marks;
  private final int mark;

  /**
   * A blank sheet.
   *
   * @param mark the place among the marks that tells whether it is taken
   */
  TallySheet(AtomicIntegerArray marks, int mark) {
    this.marks = marks;
    this.mark = mark;
  }

  /**
   * Takes it for the calling thread, which then sees all that was counted; false if it is taken.
   */
  boolean take() {
    return marks.compareAndSet(mark, 0, 1);
  }

  /** Its number, to try it first the next time. */
  int number() {
    return mark / TallySheets.INTS_APART;
  }

  /** Gives it back; called by whoever has taken it. */
  public void giveBack() {
    marks.setRelease(mark, 0);
  }

  /** The counts of these durations. */
  DurationCounts of(DurationKind kind) {
    return switch (kind) {
      case WAIT -> wait;
      case UNCORRECTED_WAIT -> uncorrectedWait;
      case HOLD -> hold;
      case RESPONSE -> response;
      case ABANDONED_WAIT -> abandonedWait;
      case LATENESS -> lateness;
      case CANARY -> canary;
    };
  }
}
