package io.anteroom.scenario.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.DurationList;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which visits count in the measurements. */
final class WarmupTest {
  @Test
  void withoutWarmupEveryVisitCounts() {
    assertThat(new ScenarioBuilder().schedule().measured(0, 0)).isTrue();
    assertThat(open().visits(10).schedule().measured(0, 0)).isTrue();
  }

  @Test
  void aTimeLeavesOutWhoeverIsToArriveBeforeIt() {
    Schedule schedule = open().warmup(new Warmup.Time(Duration.ofSeconds(2))).schedule();
    assertThat(schedule.measured(1_000_000, 1_999_999_999)).isFalse();
    assertThat(schedule.measured(0, 2_000_000_000)).isTrue();
  }

  @Test
  void aShareOfARunWithADurationIsAShareOfTheTime() {
    Schedule schedule =
        open()
            .duration(Duration.ofSeconds(10))
            .visits(100)
            .warmup(new Warmup.Share(0.1))
            .schedule();
    assertThat(schedule.measured(99, 999_999_999)).isFalse();
    assertThat(schedule.measured(0, 1_000_000_000)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.1,100,10", "0.29,100,29", "0.57,100,57", "0.5,3,1", "0.1,1,0", "0.999,10,9"})
  void aShareOfAnOpenModelWithoutDurationIsOneOfItsArrivals(
      double share, long visits, long leftOut) {
    Schedule schedule = open().visits(visits).warmup(new Warmup.Share(share)).schedule();
    assertThat(LongStream.range(0, visits).filter(person -> !schedule.measured(person, 0)).count())
        .isEqualTo(leftOut);
  }

  @Test
  void aShareOfATraceIsOneOfTheArrivalsThatItIsCutTo() {
    ScenarioBuilder trace =
        open()
            .arrivals(new Arrivals.Trace("f", new DurationList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)))
            .warmup(new Warmup.Share(0.5));
    assertThat(trace.schedule().measured(4, 4)).isFalse();
    assertThat(trace.schedule().measured(5, 5)).isTrue();
    assertThat(trace.visits(4).schedule().measured(1, 1)).isFalse();
    assertThat(trace.visits(4).schedule().measured(2, 2)).isTrue();
  }

  private static ScenarioBuilder open() {
    return new ScenarioBuilder().arrivals(new Arrivals.Poisson(100));
  }
}
