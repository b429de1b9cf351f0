package io.anteroom.scenario;

/** When visits are intended to begin. {@code toString} gives the scenario's notation. */
public sealed interface Arrivals {
  /** Whether persons arrive from outside, each for one visit, rather than again and again. */
  default boolean open() {
    return true;
  }

  /** A closed model: every person's first visit begins at time 0, the next ones after thinking. */
  record AtOnce() implements Arrivals {
    @Override
    public boolean open() {
      return false;
    }

    @Override
    public String toString() {
      return "at-once";
    }
  }

  /** A closed model: every person thinks before each visit, the first one included. */
  record Closed() implements Arrivals {
    @Override
    public boolean open() {
      return false;
    }

    @Override
    public String toString() {
      return "closed";
    }
  }

  /** An open model with independent exponential gaps. */
  record Poisson(double perSecond) implements Arrivals {
    public Poisson {
      Numbers.requireRate(perSecond);
    }

    @Override
    public String toString() {
      return "poisson:" + ArrivalsText.rate(perSecond);
    }
  }

  /** An open model with equal gaps; the first arrival is at time 0. */
  record Constant(double perSecond) implements Arrivals {
    public Constant {
      Numbers.requireRate(perSecond);
    }

    @Override
    public String toString() {
      return "constant:" + ArrivalsText.rate(perSecond);
    }
  }

  /** An open model with independent gaps of any distribution. */
  record Renewal(Distribution gap) implements Arrivals {
    public Renewal {
      if (!(gap.meanNanos() >= 1)) {
        throw new IllegalArgumentException("allowed: gaps with a mean of at least 1ns");
      }
    }

    @Override
    public String toString() {
      return "renewal:" + gap;
    }
  }

  /**
   * An open model whose arrival times are listed in a file.
   *
   * @param file as the scenario names it
   * @param times since the start of the run, ascending
   */
  record Trace(String file, DurationList times) implements Arrivals {
    public Trace {
      for (int i = 1; i < times.size(); i++) {
        if (times.nanos(i) < times.nanos(i - 1)) {
          throw new IllegalArgumentException("allowed: times that ascend");
        }
      }
    }

    @Override
    public String toString() {
      return "trace:" + file;
    }
  }
}
