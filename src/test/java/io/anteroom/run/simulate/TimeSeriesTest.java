package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.RunResult.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The course of a run against a plain count of its visits. */
class TimeSeriesTest {
  private static final int VISITS = 3_000;
  private static final double LONGEST_HOLD = 30e9;

  /** Twenty minutes: the intervals become twice as long three times. */
  @Test
  void everyVisitIsCountedOnceInTheIntervalInWhichItLeaves() {
    Random random = new Random(7);
    TimeSeries series = new TimeSeries();
    long[] waits = new long[VISITS];
    long[] lefts = new long[VISITS];
    long entered = 0;
    for (int i = 0; i < VISITS; i++) {
      entered += random.nextLong(800_000_000);
      waits[i] = random.nextLong(Math.min(entered, 2_000_000_000) + 1);
      lefts[i] =
          entered + (random.nextInt(3) == 0 ? 0 : (long) (random.nextDouble() * LONGEST_HOLD));
      series.waited(entered - waits[i], entered);
      series.occupied(entered, lefts[i]);
      series.leaves(waits[i], lefts[i]);
    }

    List<Interval> intervals = series.intervals(0);

    assertThat(intervals).hasSizeBetween(100, 200);
    assertThat(intervals.stream().mapToLong(Interval::completed).sum()).isEqualTo(VISITS);
    for (Interval interval : intervals) {
      double start = interval.startSeconds() * 1e9;
      double end = interval.endSeconds() * 1e9;
      long[] inside =
          IntStream.range(0, VISITS)
              .filter(i -> (lefts[i] > start || start == 0) && lefts[i] <= end)
              .mapToLong(i -> waits[i])
              .toArray();
      assertThat(interval.completed())
          .as("at %s s", interval.startSeconds())
          .isEqualTo(inside.length);
      long longest = Arrays.stream(inside).max().orElse(0);
      assertThat(interval.waitMaxNanos() / 1e9).isCloseTo(longest / 1e9, within(longest / 1e12));
    }
  }
}
