package io.anteroom.observe.watch;

import io.anteroom.measure.flight.Site;
import io.anteroom.measure.flight.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a watch. One that the settings do not record is null, never 0.
 *
 * @param pinning virtual threads that blocked and held their carriers
 * @param contention entries into contended monitors, as far as the target's JDK shows them
 * @param virtualThreadsStarted how many virtual threads were started
 * @param submitFailures virtual threads that could not be scheduled
 * @param undecided monitor events that may or may not have held a carrier; not in {@code pinning}
 * @param lostBytes bytes of events that the recorder lost because it did not keep up
 * @param now what the threads did at the end; null if nobody looked
 */
public record WatchFigures(
    @Nullable Blocked pinning,
    @Nullable Blocked contention,
    @Nullable Long virtualThreadsStarted,
    @Nullable Long submitFailures,
    long undecided,
    long lostBytes,
    @Nullable ThreadsNow now) {
  /** The same, with what the threads did at the end. */
  WatchFigures with(@Nullable ThreadsNow threads) {
    return new WatchFigures(
        pinning, contention, virtualThreadsStarted, submitFailures, undecided, lostBytes, threads);
  }

  /**
   * How often something blocked, and where.
   *
   * @param sites the most nanoseconds first
   */
  public record Blocked(long count, long totalNanos, long maxNanos, List<Place> sites) {
    public Blocked {
      sites = List.copyOf(sites);
    }

    static Blocked of(Tally total, List<Site> sites) {
      return new Blocked(
          total.count(),
          total.nanos(),
          total.largestNanos(),
          sites.stream().map(Place::of).toList());
    }
  }

  /** A frame of the application that is the cause. */
  public record Place(
      String frame, long count, long totalNanos, long maxNanos, List<Reason> reasons) {
    public Place {
      reasons = List.copyOf(reasons);
    }

    private static Place of(Site site) {
      Tally tally = site.tally();
      return new Place(
          site.frame(),
          tally.count(),
          tally.nanos(),
          tally.largestNanos(),
          site.reasons().stream().map(Reason::of).toList());
    }
  }

  /**
   * Why it blocked there.
   *
   * @param stack the one that took the most time, top frame first
   */
  public record Reason(
      String reason, long count, long totalNanos, long maxNanos, List<String> stack) {
    public Reason {
      stack = List.copyOf(stack);
    }

    private static Reason of(Site.Reason reason) {
      Tally tally = reason.tally();
      List<String> stack =
          reason.paths().stream()
              .findFirst()
              .map(path -> path.stack().frames().stream().map(Object::toString).toList())
              .orElse(List.of());
      return new Reason(reason.reason(), tally.count(), tally.nanos(), tally.largestNanos(), stack);
    }
  }
}
