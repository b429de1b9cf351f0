package io.anteroom.result.verdict;

import io.anteroom.result.FigureText;
import io.anteroom.result.Latency;
import io.anteroom.result.RunResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether a run's figures are about the machine rather than the rooms. */
final class Noise {
  /** Where persons hold more of the carriers' time than this, they wait for carriers. */
  private static final double MOST_HELD = 0.5;

  private static final double SHARE_OF_WAIT = 0.5;
  private static final double SHARE_OF_HOLD = 0.1;

  /**
   * What it takes to wake a thread up. A quiet machine is up to this late now and then, where
   * nobody has to wait for a room, too.
   */
  private static final double WAKE_UP_NANOS = 1e6;

  /** Of fewer beats or starts the 99th percentile is the longest one: a single hiccup. */
  private static final long LEAST_COUNT = 100;

  private Noise() {}

  /** Why persons who held their carriers made the figures; empty if they did not. */
  static Optional<String> ofHeldCarriers(RunResult result) {
    Double share = result.pinning().carrierShare();
    return share == null || share <= MOST_HELD
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
    return against(result, result.canary(), "an unrelated thread was %s late at p99")
        .or(() -> against(result, result.lateness(), "persons began %s late at p99"));
  }

  private static Optional<String> against(RunResult result, @Nullable Latency late, String words) {
    double nanos = late == null ? 0 : late.p99Nanos();
    if (late == null || late.count() < LEAST_COUNT || nanos <= WAKE_UP_NANOS) {
      return Optional.empty();
    }
    String found = words.formatted(FigureText.duration(nanos));
    long waits = result.waits().p99Nanos();
    if (waits > WAKE_UP_NANOS && nanos > SHARE_OF_WAIT * waits) {
      return Optional.of(
          found + ", more than half of the wait's p99 of " + FigureText.duration(waits));
    }
    double hold = result.hold().meanNanos();
    return result.hold().count() > 0 && nanos > SHARE_OF_HOLD * hold
        ? Optional.of(
            found + ", more than a tenth of the mean hold of " + FigureText.duration(hold))
        : Optional.empty();
  }
}
