package io.anteroom.result.verdict;

import io.anteroom.measure.flight.CarrierHolds;
import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.RunResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether a run's figures are about the machine rather than the rooms. */
final class Noise {
  private static final double SHARE_OF_WAIT = 0.5;
  private static final double SHARE_OF_HOLD = 0.1;

  /**
   * What it takes to wake a thread up. A quiet machine is up to this late now and then, where
   * nobody has to wait for a room, too.
   */
  private static final double WAKE_UP_NANOS = 1e6;

  /** What a run is judged by: the first of these that enough durations lie beyond. */
  private static final int[] PERCENTS = {99, 90};

  private Noise() {}

  /** Why persons who held their carriers made the figures; empty if they did not. */
  static Optional<String> ofHeldCarriers(RunResult result) {
    Double share = result.pinning().carrierShare();
    return share == null || share <= CarrierHolds.MOST_SHARE
        ? Optional.empty()
        : Optional.of(
            "persons held their carriers for %s of the carriers' time, so the waits are for carriers rather than rooms"
                .formatted(FigureText.share(share)));
  }

  /**
   * Why the machine made the figures; empty if it did not. The canary and the late starts are held
   * against the wait's 99th percentile and the mean hold. In simulated time there is no machine.
   */
  static Optional<String> ofMachine(RunResult result) {
    if (result.simulation() != null) {
      return Optional.empty();
    }
    return against(result, result.canary(), "an unrelated thread was %s late at p%d")
        .or(() -> against(result, result.lateness(), "persons began %s late at p%d"));
  }

  private static Optional<String> against(RunResult result, @Nullable Latency late, String words) {
    Tail tail = Tail.of(late);
    if (tail == null || tail.nanos() <= WAKE_UP_NANOS) {
      return Optional.empty();
    }
    String found = words.formatted(FigureText.duration(tail.nanos()), tail.percent());
    Tail wait = Tail.of(result.waits());
    if (wait != null
        && wait.nanos() > WAKE_UP_NANOS
        && tail.nanos() > SHARE_OF_WAIT * wait.nanos()) {
      return Optional.of(
          "%s, more than half of the wait's p%d of %s"
              .formatted(found, wait.percent(), FigureText.duration(wait.nanos())));
    }
    double hold = result.hold().meanNanos();
    return result.hold().count() > 0 && tail.nanos() > SHARE_OF_HOLD * hold
        ? Optional.of(
            found + ", more than a tenth of the mean hold of " + FigureText.duration(hold))
        : Optional.empty();
  }

  /** The highest percentile that is a figure. */
  private record Tail(int percent, long nanos) {
    /** Null where too few durations lie beyond each. */
    static @Nullable Tail of(@Nullable Latency latency) {
      if (latency == null) {
        return null;
      }
      for (int percent : PERCENTS) {
        Long nanos = latency.percentileNanos(percent);
        if (nanos != null) {
          return new Tail(percent, nanos);
        }
      }
      return null;
    }
  }
}
