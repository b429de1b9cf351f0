package io.anteroom.study.fit.reader;

/** Finds the step that numbers are multiples of: the resolution of a clock. For one thread. */
final class Steps {
  static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;

  private long divisor;

  void add(long number) {
    if (divisor != 1 && (divisor == 0 || number % divisor != 0)) {
      divisor = divisor(divisor, Math.abs(number));
    }
  }

  void forget() {
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
  long resolutionNanos() {
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
}
