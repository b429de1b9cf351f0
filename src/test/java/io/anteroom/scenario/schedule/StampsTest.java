package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Traces of a clock that ticks more slowly than persons arrive, and days made of pieces. */
final class StampsTest {
  private static final long SECOND = 1_000_000_000;
  private static final int COUNT = 600;

  /** Three persons in each second. */
  private static final long[] WHOLE_SECONDS =
      LongStream.range(0, COUNT).map(i -> i / 3 * SECOND).toArray();

  private static final long[] HOLDS = LongStream.range(0, COUNT).map(i -> i + 1).toArray();

  @Test
  void equalTimesOfACoarseClockAreSpreadWithinItsSteps() {
    long[] times = times(trace(WHOLE_SECONDS, 1, null, false), 1);

    assertThat(times).isSorted().hasSize(COUNT).doesNotHaveDuplicates();
    double[] shares = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      assertThat(times[i] / SECOND).isEqualTo(i / 3);
      shares[i] = times[i] % SECOND / (double) SECOND;
    }
    // The mean of 600 uniform numbers has a standard error of 0.012.
    assertThat(Arrays.stream(shares).average().orElseThrow()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void theSeedSpreadsThem() {
    Arrivals.Trace trace = trace(WHOLE_SECONDS, 1, null, false);

    assertThat(times(trace, 7)).isEqualTo(times(trace, 7)).isNotEqualTo(times(trace, 8));
  }

  @Test
  void keptStampsStayEqual() {
    assertThat(times(trace(WHOLE_SECONDS, 1, null, true), 1)).isEqualTo(WHOLE_SECONDS);
  }

  @Test
  void eachPersonKeepsItsHold() {
    Schedule schedule = schedule(trace(WHOLE_SECONDS, 1, null, false), 1);

    for (int person = 0; person < COUNT; person++) {
      assertThat(schedule.holdNanos(schedule.newDraws(), person, 0)).isEqualTo(HOLDS[person]);
    }
  }

  @Test
  void aFasterDayHasShorterSteps() {
    long[] times = times(trace(WHOLE_SECONDS, 2, null, false), 1);

    for (int i = 0; i < COUNT; i++) {
      assertThat(times[i] / (SECOND / 2)).isEqualTo(i / 3);
    }
  }

  /** A clock that tells nearly all arrivals apart is fine, and so are batches of microseconds. */
  @Test
  void timesOfAFineClockStayAsTheyAre() {
    long[] milliseconds =
        LongStream.range(0, COUNT).map(i -> (i + (i % 200 == 1 ? 0 : 1)) * 1_000_000).toArray();
    long[] microseconds = LongStream.range(0, COUNT).map(i -> i / 3 * 1_001_000).toArray();

    assertThat(times(trace(milliseconds, 1, null, false), 1)).isEqualTo(milliseconds);
    assertThat(times(trace(microseconds, 1, null, false), 1)).isEqualTo(microseconds);
  }

  @Test
  void aFewEqualTimesAreMeantSo() {
    long[] few = Arrays.copyOf(WHOLE_SECONDS, 99);

    assertThat(times(trace(few, 1, null, false), 1)).isEqualTo(few);
  }

  /** Each moment of the day is drawn as often as any other, though no piece divides the day. */
  @Test
  void resampledDaysHaveTheRateOfTheDay() {
    long[] busyFirst =
        LongStream.range(0, COUNT).map(i -> i < 400 ? i * 10 : 4000 + (i - 400) * 100).toArray();
    double persons = 0;
    double seeds = 400;
    for (int seed = 0; seed < seeds; seed++) {
      long[] times = times(trace(busyFirst, 1, Duration.ofNanos(7000), false), seed);
      assertThat(times).isSorted();
      assertThat(times[times.length - 1]).isLessThan(24_100);
      persons += times.length / seeds;
    }
    // The count of a day has a standard deviation of about 230, so this mean one of 11.
    assertThat(persons).isCloseTo(COUNT, within(40.0));
  }

  private static Arrivals.Trace trace(
      long[] times, double speed, @Nullable Duration block, boolean keep) {
    DurationList holds = new DurationList(Arrays.copyOf(HOLDS, times.length));
    return new Arrivals.Trace("f", new DurationList(times), holds, speed, block, keep);
  }

  private static long[] times(Arrivals.Trace trace, int seed) {
    ArrivalTimes times = schedule(trace, seed).arrivals();
    return LongStream.generate(times::nextNanos)
        .takeWhile(nanos -> nanos != ArrivalTimes.NONE)
        .toArray();
  }

  private static Schedule schedule(Arrivals.Trace trace, int seed) {
    return new ScenarioBuilder()
        .arrivals(trace)
        .hold(new Distribution.Paired(Objects.requireNonNull(trace.holds())))
        .seed(seed)
        .schedule();
  }
}
