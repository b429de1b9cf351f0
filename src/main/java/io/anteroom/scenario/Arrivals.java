package io.anteroom.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When visits are intended to begin. {@code toString} gives the scenario's notation. */
public sealed interface Arrivals {
  /** Whether persons arrive from outside, each for one visit, rather than again and again. */
  default boolean open() {
    return true;
  }

  /** Whether nobody arrives any more at some time, without any other bound. */
  default boolean ends() {
    return false;
  }

  /** How long they go on, where they say so themselves; null: they do not. */
  default @Nullable Duration length() {
    return null;
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
      Numbers.require(gap.meanNanos() >= 1, "gaps with a mean of at least 1ns");
    }

    @Override
    public String toString() {
      return "renewal:" + gap;
    }
  }

  /**
   * An open model whose arrival times are listed in a file, perhaps each with its hold.
   *
   * @param file as the scenario names it
   * @param times since the start of the run, ascending, as listed
   * @param holds of the same persons, in the same order; null: the file has none
   * @param speed by which the times are divided: 1.2 is the same day with 20% more arrivals
   * @param block each run is another day, put together of pieces of this length that are drawn from
   *     the file (a moving-block bootstrap with blocks side by side); null: the day itself
   * @param keepStamps whether equal times of a coarse clock stay equal; else they are spread over
   *     its steps, by the seed
   */
  record Trace(
      String file,
      DurationList times,
      @Nullable DurationList holds,
      double speed,
      @Nullable Duration block,
      boolean keepStamps)
      implements Arrivals {
    private static final MathContext SPEED_DIGITS = new MathContext(12);
    private static final int MOST_BLOCKS = 1_000_000;

    public Trace {
      for (int i = 1; i < times.size(); i++) {
        if (times.nanos(i) < times.nanos(i - 1)) {
          throw new IllegalArgumentException("allowed: times that ascend");
        }
      }
      Numbers.require(holds == null || holds.size() == times.size(), "a hold for each time");
      Numbers.requireSpeed(speed);
      Numbers.require(
          block == null || block.toNanos() >= times.nanos(times.size() - 1) / MOST_BLOCKS,
          "pieces of at least a millionth of the day");
    }

    /** A day as it is listed, without holds. */
    public Trace(String file, DurationList times) {
      this(file, times, null, 1, null, false);
    }

    /** The same day, so many times as fast, to twelve digits. */
    public Trace atSpeed(double newSpeed) {
      double rounded = BigDecimal.valueOf(newSpeed).round(SPEED_DIGITS).doubleValue();
      return new Trace(file, times, holds, rounded, block, keepStamps);
    }

    /** The same data under another name. */
    public Trace named(String newFile) {
      return new Trace(newFile, times, holds, speed, block, keepStamps);
    }

    /** The steps over which arrivals are spread, each within its own; 0: they are not. */
    public long spreadNanos() {
      return keepStamps ? 0 : ClockSteps.coarse(times);
    }

    /** Arrivals a second from the first one to the last; NaN where that takes no time. */
    public double perSecond() {
      int last = times.size() - 1;
      double nanos = (double) times.nanos(last) - times.nanos(0);
      return nanos > 0 ? last / nanos * 1e9 * speed : Double.NaN;
    }

    @Override
    public boolean ends() {
      return true;
    }

    @Override
    public String toString() {
      return "trace:"
          + file
          + (speed == 1 ? "" : "," + TraceText.SPEED + "=" + Numbers.plain(speed))
          + (block == null ? "" : "," + TraceText.BOOTSTRAP + "=" + DurationText.format(block))
          + (keepStamps ? "," + TraceText.KEEP_STAMPS : "");
    }
  }

  /**
   * An open model whose persons arrive in batches at the times of another one.
   *
   * @param times when the batches arrive
   * @param size how many persons each has
   */
  record Batches(Arrivals times, BatchSize size) implements Arrivals {
    public Batches {
      Numbers.require(
          times.open() && !(times instanceof Batches) && !(times instanceof Trace),
          "batches of an open model that is not a trace");
    }

    @Override
    public boolean ends() {
      return times.ends();
    }

    @Override
    public @Nullable Duration length() {
      return times.length();
    }

    @Override
    public String toString() {
      return times + ",batch=" + size;
    }
  }

  /**
   * An open model that says of itself all that schedules and plans ask: one class, and one line in
   * {@link Processes}. Immutable.
   */
  non-sealed interface ArrivalProcess extends Arrivals {
    /** Arrivals a second, on average over all of its time. */
    double perSecond();

    /** The same at another mean rate. */
    ArrivalProcess atRate(double perSecond);

    /** Squared coefficient of variation of the gaps, at a constant rate. */
    double squaredVariation();

    /** The arrival times from the first; the same for the same uniform numbers on every JDK. */
    Times times(Uniforms uniforms);

    /** Arrival times, ascending. Mutable; confined to one thread. */
    @FunctionalInterface
    interface Times {
      /** The next one in nanoseconds; infinite where nobody arrives any more. */
      double nextNanos();
    }
  }
}
