package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalTimesTest {
  private static final int MANY = 50_000;

  static Stream<Arrivals> processes() {
    return Stream.of(
        new Arrivals.Poisson(2_000),
        new Arrivals.Poisson(2e7),
        new Arrivals.Constant(300),
        new Arrivals.Constant(1e9),
        new Arrivals.Renewal(new Distribution.Pareto(Duration.ofMillis(1), 1.5)),
        new Arrivals.Renewal(new Distribution.Hyperexponential(Duration.ofNanos(1), 1000)));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void arrivalsAscendAndComeAgainTheSame(Arrivals arrivals) {
    long[] times = times(arrivals, MANY);
    assertThat(times).isSorted();
    assertThat(times[0]).isNotNegative();
    assertThat(times(arrivals, MANY)).isEqualTo(times);
  }

  @Test
  void poissonArrivalsHaveTheRateAndTheGapsOfThatName() {
    double[] gaps = gaps(times(new Arrivals.Poisson(2_000), MANY));
    assertThat(Fit.mean(gaps)).isCloseTo(500_000, within(4 * 500_000 / Math.sqrt(MANY)));
    assertThat(Fit.kolmogorov(gaps, ExponentialDistribution.of(500_000)::cumulativeProbability))
        .isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  @Test
  void neighbouringGapsAreIndependent() {
    double[] gaps = gaps(times(new Arrivals.Poisson(2_000), MANY));
    long[] cells = new long[64];
    for (int gap = 0; gap + 1 < gaps.length; gap += 2) {
      cells[eighth(gaps[gap]) * 8 + eighth(gaps[gap + 1])]++;
    }
    assertThat(Fit.evenness(cells)).isGreaterThan(Fit.SMALLEST_P);
  }

  private static int eighth(double gapNanos) {
    return (int) (8 * ExponentialDistribution.of(500_000).cumulativeProbability(gapNanos));
  }

  @Test
  void renewalArrivalsHaveTheGapsOfTheirDistribution() {
    Arrivals arrivals = new Arrivals.Renewal(new Distribution.Erlang(Duration.ofMillis(1), 4));
    assertThat(
            Fit.kolmogorov(
                gaps(times(arrivals, MANY)),
                GammaDistribution.of(4, 250_000)::cumulativeProbability))
        .isLessThan(Fit.KOLMOGOROV_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 300, 7_000, 999_983})
  void constantArrivalsDoNotDrift(double perSecond) {
    ArrivalTimes times =
        new ScenarioBuilder().arrivals(new Arrivals.Constant(perSecond)).schedule().arrivals();
    assertThat(times.nextNanos()).as("the first").isZero();
    long last = 0;
    for (int arrival = 1; arrival <= 10_000_000; arrival++) {
      last = times.nextNanos();
    }
    assertThat((double) last).isCloseTo(1e7 / perSecond * 1e9, within(1.0));
  }

  @Test
  void nobodyArrivesAtTheDurationOrLater() {
    ArrivalTimes times =
        new ScenarioBuilder()
            .arrivals(new Arrivals.Constant(10))
            .duration(Duration.ofMillis(500))
            .schedule()
            .arrivals();
    assertThat(LongStream.generate(times::nextNanos).limit(7).toArray())
        .containsExactly(
            0,
            100_000_000,
            200_000_000,
            300_000_000,
            400_000_000,
            ArrivalTimes.NONE,
            ArrivalTimes.NONE);
  }

  @Test
  void noMoreArriveThanThereAreVisits() {
    Schedule schedule =
        new ScenarioBuilder().arrivals(new Arrivals.Poisson(1_000)).visits(3).schedule();
    ArrivalTimes times = schedule.arrivals();
    long[] bounded = LongStream.generate(times::nextNanos).limit(5).toArray();
    assertThat(bounded).startsWith(times(new Arrivals.Poisson(1_000), 3));
    assertThat(bounded).endsWith(ArrivalTimes.NONE, ArrivalTimes.NONE);
  }

  @Test
  void durationAndVisitsBoundTogether() {
    ScenarioBuilder scenario =
        new ScenarioBuilder().arrivals(new Arrivals.Constant(10)).duration(Duration.ofSeconds(1));
    assertThat(count(scenario.visits(4).schedule().arrivals())).isEqualTo(4);
    assertThat(count(scenario.visits(40).schedule().arrivals())).isEqualTo(10);
  }

  private static int count(ArrivalTimes times) {
    int count = 0;
    while (times.nextNanos() != ArrivalTimes.NONE) {
      count++;
    }
    return count;
  }

  @Test
  void aTraceGivesItsTimesAndNoMore() {
    long[] times = times(new Arrivals.Trace("f", new DurationList(0, 5, 5, 80)), 6);
    assertThat(times).containsExactly(0, 5, 5, 80, ArrivalTimes.NONE, ArrivalTimes.NONE);
  }

  @Test
  void arrivalsBeyondTheClocksRangeEndTheRun() {
    long[] times = times(new Arrivals.Renewal(new Distribution.Fixed(Duration.ofDays(36_000))), 5);
    assertThat(times).isSorted().endsWith(ArrivalTimes.NONE, ArrivalTimes.NONE);
  }

  @Test
  void aClosedModelHasNoArrivals() {
    assertThatThrownBy(() -> new ScenarioBuilder().schedule().arrivals())
        .isInstanceOf(IllegalStateException.class);
  }

  private static long[] times(Arrivals arrivals, int count) {
    ArrivalTimes times = new ScenarioBuilder().arrivals(arrivals).schedule().arrivals();
    return LongStream.generate(times::nextNanos).limit(count).toArray();
  }

  private static double[] gaps(long[] times) {
    double[] gaps = new double[times.length];
    for (int arrival = 0; arrival < times.length; arrival++) {
      gaps[arrival] = times[arrival] - (arrival == 0 ? 0 : times[arrival - 1]);
    }
    return gaps;
  }
}
