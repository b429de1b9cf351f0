package io.anteroom.scenario;

import java.time.Duration;

/** The beginning of a run that is left out of its measurements. */
public sealed interface Warmup {
  /**
   * A share of the run: of its duration where that is given, else of the visits (open model: of the
   * arrivals; closed model: of each person's visits, rounded down, until the first person has made
   * them).
   *
   * @param share at least 0, less than 1
   */
  record Share(double share) implements Warmup {
    public Share {
      Numbers.require(share >= 0 && share < 1, "from 0% to less than 100%");
    }

    @Override
    public String toString() {
      return Numbers.plainPercent(share) + "%";
    }
  }

  /**
   * As much as it takes until the waits no longer show that the run began empty; in simulated time
   * only.
   */
  record Auto() implements Warmup {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /** All visits that are intended to begin before this time has passed. */
  record Time(Duration time) implements Warmup {
    @Override
    public String toString() {
      return DurationText.format(time);
    }
  }
}
