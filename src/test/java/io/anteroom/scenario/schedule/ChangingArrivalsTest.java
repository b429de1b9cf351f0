package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.BatchSize;
import io.anteroom.scenario.RatePiece;
import io.anteroom.scenario.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrivals at changing rates, and in batches. */
final class ChangingArrivalsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static List<List<RatePiece>> days() {
    return List.of(
        List.of(new RatePiece(MINUTE, 100, 100), new RatePiece(MINUTE, 500, 500)),
        List.of(
            new RatePiece(MINUTE, 0, 300),
            new RatePiece(MINUTE, 300, 300),
            new RatePiece(MINUTE, 0, 0),
            new RatePiece(MINUTE.multipliedBy(3), 300, 0)),
        List.of(new RatePiece(Duration.ofHours(10), 2, 0.5)));
  }

  /** After the change of time by the cumulated rate, the gaps are those of a Poisson process. */
  @ParameterizedTest
  @MethodSource("days")
  void timesAreThoseOfAPoissonProcessOfThatRate(List<RatePiece> day) {
    long[] times = times(new Stages(day, false, 0));
    double[] changed = Arrays.stream(times).mapToDouble(nanos -> cumulated(day, nanos)).toArray();
    double[] gaps = new double[changed.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = changed[i + 1] - changed[i];
    }
    double expected = cumulated(day, Long.MAX_VALUE);
    assertThat(times).isSorted();
    assertThat((double) times.length).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    assertThat(Fit.kolmogorov(gaps, ExponentialDistribution.of(1)::cumulativeProbability))
        .isLessThan(Fit.KOLMOGOROV_LIMIT);
    assertThat(Fit.kolmogorov(changed, place -> place / expected)).isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  /** The test above can fail: arrivals at the mean rate are not those of the day. */
  @Test
  void timesOfAnotherRateAreNot() {
    List<RatePiece> day = days().getFirst();
    double expected = cumulated(day, Long.MAX_VALUE);
    long[] even =
        times(new Stages(List.of(new RatePiece(MINUTE.multipliedBy(2), 300, 300)), false, 0));
    double[] changed = Arrays.stream(even).mapToDouble(nanos -> cumulated(day, nanos)).toArray();
    assertThat(Fit.kolmogorov(changed, place -> place / expected))
        .isGreaterThan(Fit.KOLMOGOROV_LIMIT);
  }

  /** Half of the trapezoid's sum, from the definition. */
  private static double cumulated(List<RatePiece> day, long nanos) {
    double sum = 0;
    double left = nanos / 1e9;
    for (RatePiece piece : day) {
      double seconds = piece.length().toNanos() / 1e9;
      double there = Math.min(left, seconds);
      double rate = piece.from() + (piece.to() - piece.from()) * there / seconds;
      sum += there * (piece.from() + rate) / 2;
      left -= there;
    }
    return sum;
  }

  @Test
  void evenArrivalsComeOneForEachUnitOfTheCumulatedRate() {
    List<RatePiece> day = days().get(1);
    long[] times = times(new Stages(day, true, 0));
    assertThat(times).hasSize((int) cumulated(day, Long.MAX_VALUE));
    for (int i = 0; i < times.length; i++) {
      assertThat(cumulated(day, times[i])).isCloseTo(i + 0.5, within(1e-3));
    }
  }

  @Test
  void aFactorOfTheDayIsGamma() {
    Stages day = new Stages(List.of(new RatePiece(MINUTE, 100, 100)), false, 0.5);
    double[] counts = new double[2_000];
    for (int seed = 0; seed < counts.length; seed++) {
      counts[seed] = times(day, seed).length;
    }
    double variance = 6_000 + 0.25 * 6_000 * 6_000;
    assertThat(Fit.mean(counts)).isCloseTo(6_000, within(4 * Math.sqrt(variance / counts.length)));
    assertThat(Fit.variation(counts)).isCloseTo(Math.sqrt(variance) / 6_000, within(0.03));
  }

  @Test
  void personsOfABatchComeAtOnce() {
    Arrivals batches = new Arrivals.Batches(new Arrivals.Constant(10), new BatchSize.Fixed(3));
    assertThat(all(new ScenarioBuilder().arrivals(batches).visits(8).schedule().arrivals()))
        .containsExactly(0, 0, 0, 100_000_000, 100_000_000, 100_000_000, 200_000_000, 200_000_000);
  }

  @Test
  void geometricBatchesHaveTheirMeanAndTheirTail() {
    BatchSize size = new BatchSize.Geometric(4);
    Map<Long, Integer> sizes = new TreeMap<>();
    Arrivals batches = new Arrivals.Batches(new Arrivals.Constant(10), size);
    ArrivalTimes times =
        new ScenarioBuilder().arrivals(batches).visits(200_000).schedule().arrivals();
    for (long at = times.nextNanos(); at != ArrivalTimes.NONE; at = times.nextNanos()) {
      sizes.merge(at, 1, Integer::sum);
    }
    double[] drawn = sizes.values().stream().mapToDouble(Integer::doubleValue).toArray();
    assertThat(Fit.mean(drawn)).isCloseTo(4, within(0.08));
    double second = Arrays.stream(drawn).map(one -> one * one).average().orElseThrow();
    assertThat(second).isCloseTo(size.secondMoment(), within(1.0));
    double more = Arrays.stream(drawn).filter(one -> one > 5).count() / (double) drawn.length;
    assertThat(more).isCloseTo(size.moreThan(5), within(0.01));
  }

  private static long[] times(Arrivals arrivals) {
    return times(arrivals, 42);
  }

  private static long[] times(Arrivals arrivals, long seed) {
    ArrivalTimes times =
        new ScenarioBuilder()
            .arrivals(arrivals)
            .duration(Duration.ofDays(1))
            .seed(seed)
            .schedule()
            .arrivals();
    return all(times);
  }

  private static long[] all(ArrivalTimes times) {
    List<Long> all = new ArrayList<>();
    for (long at = times.nextNanos(); at != ArrivalTimes.NONE; at = times.nextNanos()) {
      all.add(at);
    }
    return all.stream().mapToLong(Long::longValue).toArray();
  }
}
