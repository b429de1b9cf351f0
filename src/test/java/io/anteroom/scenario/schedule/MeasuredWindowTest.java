package io.anteroom.scenario.schedule;

import static io.anteroom.scenario.schedule.MeasuredWindow.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.scenario.Arrivals;
import io.anteroom.scenario.Warmup;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the measured part of a run begins and ends. */
final class MeasuredWindowTest {
  private static ScenarioBuilder open() {
    return new ScenarioBuilder().arrivals(new Arrivals.Poisson(100));
  }

  private static ScenarioBuilder closed() {
    return new ScenarioBuilder().arrivals(new Arrivals.Closed());
  }

  private static MeasuredWindow window(ScenarioBuilder scenario) {
    return scenario.schedule().newWindow();
  }

  @Test
  void aDurationEndsItHoweverLongTheLastVisitsTake() {
    MeasuredWindow window =
        window(open().duration(Duration.ofNanos(1_000)).warmup(new Warmup.Share(0.2)));
    assertThat(window.startNanos()).isEqualTo(200);
    window.arrivalsEnd(7, 950);
    window.allHaveGone(1_900);
    assertThat(window.endNanos()).isEqualTo(1_000);
    assertThat(window.nanos()).isEqualTo(800);
  }

  @Test
  void inAnOpenModelBoundedByVisitsItLastsFromTheFirstMeasuredArrivalToTheLast() {
    MeasuredWindow window = window(open().visits(10).warmup(new Warmup.Share(0.2)));
    for (int arrival = 0; arrival < 10; arrival++) {
      window.begins(arrival, 100 + 10 * arrival);
    }
    window.arrivalsEnd(10, 190);
    window.allHaveGone(400);
    assertThat(window.startNanos()).isEqualTo(120);
    assertThat(window.endNanos()).isEqualTo(190);
  }

  @Test
  void arrivalsAreToldOneByOneOrTogether() {
    MeasuredWindow window = window(open().visits(10).warmup(new Warmup.Share(0.5)));
    window.arrive(0, new long[] {0, 1, 2, 3}, 4);
    assertThat(window.startNanos()).isEqualTo(UNKNOWN);
    window.arrive(4, new long[] {4, 7, 8, 9}, 4);
    assertThat(window.startNanos()).isEqualTo(7);
  }

  @Test
  void inAClosedModelTheFirstPersonBeginsAndEndsIt() {
    MeasuredWindow window = window(closed().persons(3).visits(20).warmup(new Warmup.Share(0.25)));
    window.begins(4, 80);
    assertThat(window.contains(90)).isFalse();
    window.begins(5, 100);
    window.begins(5, 130);
    assertThat(window.startNanos()).isEqualTo(100);
    window.finishes(1_000);
    window.finishes(1_200);
    window.allHaveGone(1_300);
    assertThat(window.endNanos()).isEqualTo(1_000);
  }

  @Test
  void aCrowdIsMeasuredUntilItsLastPersonLeaves() {
    MeasuredWindow window = window(new ScenarioBuilder().persons(3).visits(2));
    window.finishes(700);
    window.leaves(700);
    window.leaves(900);
    window.leaves(800);
    assertThat(window.endNanos()).isEqualTo(UNKNOWN);
    window.allHaveGone(950);
    assertThat(window.endNanos()).isEqualTo(900);
    assertThat(window.startNanos()).isZero();
    assertThat(window.untilLastPersonLeaves()).isTrue();
  }

  @Test
  void aCrowdThatIsGoneBeforeItsDurationIsMeasuredUntilItIsGone() {
    MeasuredWindow window =
        window(new ScenarioBuilder().persons(3).visits(2).duration(Duration.ofNanos(5_000)));
    window.leaves(900);
    window.allHaveGone(950);
    assertThat(window.endNanos()).isEqualTo(900);
  }

  @Test
  void aRunThatIsStoppedIsMeasuredUntilThen() {
    MeasuredWindow window = window(new ScenarioBuilder().persons(3).visits(2));
    window.finishes(700);
    window.endsBy(800);
    assertThat(window.endNanos()).isEqualTo(800);
  }

  @Test
  void aRunThatIsStoppedInItsWarmupHasNoMeasuredPart() {
    MeasuredWindow window =
        window(open().duration(Duration.ofNanos(1_000)).warmup(new Warmup.Share(0.5)));
    window.endsBy(300);
    assertThat(window.nanos()).isZero();
    MeasuredWindow byVisits = window(open().visits(10).warmup(new Warmup.Share(0.5)));
    byVisits.endsBy(300);
    assertThat(byVisits.nanos()).isZero();
  }

  @Test
  void whatLiesAcrossAnEndCountsAsFarAsItLiesInside() {
    MeasuredWindow window =
        window(open().duration(Duration.ofNanos(1_000)).warmup(new Warmup.Share(0.2)));
    assertThat(window.overlapNanos(100, 150)).isZero();
    assertThat(window.overlapNanos(100, 250)).isEqualTo(50);
    assertThat(window.overlapNanos(100, 1_500)).isEqualTo(800);
    assertThat(window.overlapNanos(300, 400)).isEqualTo(100);
    assertThat(window.overlapNanos(900, 1_500)).isEqualTo(100);
    assertThat(window.overlapNanos(1_200, 1_500)).isZero();
  }

  @Test
  void whatEndsOnItsBeginningBelongsBeforeItAndWhatEndsOnItsEndInside() {
    MeasuredWindow window =
        window(open().duration(Duration.ofNanos(1_000)).warmup(new Warmup.Share(0.2)));
    assertThat(window.endsIn(200)).isFalse();
    assertThat(window.endsIn(201)).isTrue();
    assertThat(window.endsIn(1_000)).isTrue();
    assertThat(window.endsIn(1_001)).isFalse();
  }
}
