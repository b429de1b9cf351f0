package io.anteroom.measure;

import java.util.concurrent.atomic.LongAdder;

/**
 * Records the durations of visits, in nanoseconds. Recording allocates nothing but room for longer
 * durations than there were before, is safe for any number of threads and never waits; intervals
 * are taken by one thread at a time. No interval can fall between a visit's wait and its hold.
 *
 * <p>Durations are kept to three significant digits within a {@link DurationRange}. One outside is
 * recorded as the nearest one inside, and counted there.
 */
public final class VisitRecorder {
  /** Whose sheet the canary writes on first. */
  private static final int CANARY = 0;

  private final TallySheets sheets = new TallySheets();
  private final DurationRange range;
  private final LongAdder refusals = new LongAdder();

  /**
   * Nothing recorded so far.
   *
   * @param range counts the durations outside of it
   */
  public VisitRecorder(DurationRange range) {
    this.range = range;
  }

  /** Notes how much later than intended a person was let in, or has woken. */
  public void late(int person, long latenessNanos) {
    TallySheet sheet = sheets.take(person);
    try {
      sheet.lateness.record(range.within(latenessNanos));
    } finally {
      sheet.giveBack();
    }
  }

  /** Notes how late the canary ran. */
  public void canary(long latenessNanos) {
    TallySheet sheet = sheets.take(CANARY);
    try {
      sheet.canary.record(range.within(latenessNanos));
    } finally {
      sheet.giveBack();
    }
  }

  /**
   * Notes a visit that had its room: its wait, and its hold.
   *
   * @param first the sheet that the person had last, or any number
   * @param waitNanos from the intended arrival
   * @param uncorrectedWaitNanos from the moment at which the person really began to wait
   * @return the sheet that it has had now, to be tried first the next time
   */
  public int completed(int first, long waitNanos, long uncorrectedWaitNanos, long holdNanos) {
    TallySheet sheet = sheets.take(first);
    try {
      sheet.wait.record(range.within(waitNanos));
      sheet.uncorrectedWait.record(range.within(uncorrectedWaitNanos));
      sheet.hold.record(range.within(holdNanos));
      sheet.response.record(range.within(waitNanos + holdNanos));
    } finally {
      sheet.giveBack();
    }
    return sheet.number();
  }

  /** Notes a visit that gave up, after that wait. */
  public void abandoned(int person, long waitNanos) {
    TallySheet sheet = sheets.take(person);
    try {
      sheet.abandonedWait.record(range.within(waitNanos));
    } finally {
      sheet.giveBack();
    }
  }

  /** Notes attempts of a visit that found no free room. */
  public void refused(long attempts) {
    if (attempts > 0) {
      refusals.add(attempts);
    }
  }

  /** Attempts that found no free room so far. */
  public long refusals() {
    return refusals.sum();
  }

  /** What has been recorded since the last call. */
  public Histograms takeInterval() {
    Histograms taken = Histograms.empty();
    sheets.moveTo(taken);
    return taken;
  }
}
