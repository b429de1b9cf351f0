package io.anteroom.bench;

/**
 * The work on which what a visit costs is measured: enough of it that the processor clock of a
 * process, which ticks every 10 ms, is fine enough.
 */
final class Visits {
  private Visits() {}

  /** How many pairs of runs are compared. */
  static int pairs(Size size) {
    return switch (size) {
      case FULL -> 15;
      case TINY -> 2;
    };
  }

  /** How many pairs are compared where there is no aim to be judged. */
  static int fewerPairs(Size size) {
    return switch (size) {
      case FULL -> 7;
      case TINY -> 1;
    };
  }

  /** Visits that take no time. */
  static Work zeroHold(Size size) {
    return switch (size) {
      case FULL -> new Work(1_000, 64, 5_000, 0);
      case TINY -> new Work(100, 8, 1_000, 0);
    };
  }

  /** Visits of 1 ms, the price of which is that of sleeping and waking up. */
  static Work shortHold(Size size) {
    return switch (size) {
      case FULL -> new Work(1_000, 64, 200, 1_000_000);
      case TINY -> new Work(300, 200, 100, 1_000_000);
    };
  }
}
