package io.anteroom.measure.flight;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A place in the code that blocked: all events with the same cause, by reason and by stack.
 *
 * @param frame the cause as {@code type.method:line}; {@link #OTHER} for what did not fit
 * @param histogram of the durations, in nanoseconds, to two digits; those above an hour count as an
 *     hour. A copy that belongs to the reader
 * @param reasons the most nanoseconds first
 */
public record Site(String frame, Tally tally, Histogram histogram, List<Reason> reasons) {
  /** Stands for every site, reason or stack beyond the limits, so that totals stay true. */
  public static final String OTHER = "(other)";

  public Site {
    reasons = List.copyOf(reasons);
  }

  /**
   * Why it blocked there.
   *
   * @param paths the most nanoseconds first
   */
  public record Reason(String reason, Tally tally, List<Path> paths) {
    public Reason {
      paths = List.copyOf(paths);
    }
  }

  /** The whole way to the place. */
  public record Path(CallStack stack, Tally tally) {}
}
