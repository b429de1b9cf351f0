package io.anteroom.scenario;

/** Finds the step that numbers are multiples of: the resolution of a clock. For one thread. */
public final class ClockSteps {
  private static final long COARSE = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;

  /** Fewer equal times may well be meant so. */
  private static final int LEAST_TIMES = 100;

  private long divisor;

  /** The steps of the clock that showed these times; 0: it is not coarse, or they are too few. */
  static long coarse(DurationList times) {
    ClockSteps steps = new ClockSteps();
    int ties = 0;
    for (int i = 1; i < times.size(); i++) {
      steps.add(times.nanos(i) - times.nanos(0));
      ties += times.nanos(i) == times.nanos(i - 1) ? 1 : 0;
    }
    return times.size() >= LEAST_TIMES && steps.coarse(ties, times.size())
        ? steps.resolutionNanos()
        : 0;
  }

  /** One more that the clock showed. */
  public void add(long number) {
    if (divisor != 1 && (divisor == 0 || number % divisor != 0)) {
      divisor = divisor(divisor, Math.abs(number));
    }
  }

  /** Begins anew. */
  public void forget() {
    divisor = 0;
  }

  private static long divisor(long first, long second) {
    long a = first;
    long b = second;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /** The greatest of a minute, a second and its tenth parts that divides all; at least 1. */
  public long resolutionNanos() {
    if (divisor == 0) {
      return 1;
    }
    if (divisor % MINUTE == 0) {
      return MINUTE;
    }
    long step = SECOND;
    while (divisor % step != 0) {
      step /= 10;
    }
    return step;
  }

  /**
   * Whether the clock is so coarse that it does not tell requests apart: its steps are a
   * millisecond or more, and more than a hundredth of the times are equal to the one before.
   */
  public boolean coarse(long ties, long count) {
    return resolutionNanos() >= COARSE && ties > count / 100;
  }
}
