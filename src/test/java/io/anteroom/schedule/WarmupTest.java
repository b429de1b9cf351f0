package io.anteroom.schedule;

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
  private static final long LATE = Long.MAX_VALUE;

  @Test
  void withoutWarmupEveryVisitCounts() {
    assertThat(new ScenarioBuilder().schedule().measured(0, 0, 0)).isTrue();
    assertThat(open().visits(10).schedule().measured(0, 0, 0)).isTrue();
  }

  @Test
  void aTimeLeavesOutWhoeverIsToArriveBeforeIt() {
    Schedule schedule = open().warmup(new Warmup.Time(Duration.ofSeconds(2))).schedule();
    assertThat(schedule.measured(1_000_000, 0, 1_999_999_999)).isFalse();
    assertThat(schedule.measured(0, 0, 2_000_000_000)).isTrue();
  }

  @Test
  void aShareOfARunWithADurationIsAShareOfTheTime() {
    Schedule schedule =
        open()
            .duration(Duration.ofSeconds(10))
            .visits(100)
            .warmup(new Warmup.Share(0.1))
            .schedule();
    assertThat(schedule.measured(99, 0, 999_999_999)).isFalse();
    assertThat(schedule.measured(0, 0, 1_000_000_000)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.1,100,10", "0.29,100,29", "0.57,100,57", "0.5,3,1", "0.1,1,0", "0.999,10,9"})
  void aShareOfAnOpenModelWithoutDurationIsOneOfItsArrivals(
      double share, long visits, long leftOut) {
    Schedule schedule = open().visits(visits).warmup(new Warmup.Share(share)).schedule();
    assertThat(
            LongStream.range(0, visits).filter(person -> !schedule.measured(person, 0, 0)).count())
        .isEqualTo(leftOut);
  }

  @Test
  void aShareOfAClosedModelIsOneOfEachPersonsVisits() {
    Schedule schedule = new ScenarioBuilder().visits(20).warmup(new Warmup.Share(0.25)).schedule();
    for (int person = 0; person < 30; person += 10) {
      assertThat(schedule.measured(person, 4, LATE)).isFalse();
      assertThat(schedule.measured(person, 5, 0)).isTrue();
    }
  }

  @Test
  void aShareOfATraceIsOneOfTheArrivalsThatItIsCutTo() {
    ScenarioBuilder trace =
        open()
            .arrivals(new Arrivals.Trace("f", new DurationList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)))
            .warmup(new Warmup.Share(0.5));
    assertThat(trace.schedule().measured(4, 0, 4)).isFalse();
    assertThat(trace.schedule().measured(5, 0, 5)).isTrue();
    assertThat(trace.visits(4).schedule().measured(1, 0, 1)).isFalse();
    assertThat(trace.visits(4).schedule().measured(2, 0, 2)).isTrue();
  }

  private static ScenarioBuilder open() {
    return new ScenarioBuilder().arrivals(new Arrivals.Poisson(100));
  }
}
