package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.DurationKind;
import io.anteroom.result.Check;
import io.anteroom.result.Environment;
import io.anteroom.result.Machine;
import io.anteroom.result.Outcome;
import io.anteroom.result.Presence;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.schedule.Schedule;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is longer than what the calendar checks of it. */
class CheckedBeginningTest {
  private static final Environment ENVIRONMENT = Machine.describe(OffsetDateTime.MIN, 1, 0);
  private static final long CHECKED = 1_000;
  private static final String LONG =
      "mode=semaphore-fair rooms=10 arrivals=poisson:90/s hold=exponential:100ms visits=30000";

  /** What no calendar has computed is as if it had. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        LONG,
        LONG + " warmup=10%",
        "mode=semaphore-fair rooms=3 arrivals=poisson:40/s hold=exponential:70ms duration=5m"
            + " warmup=20s",
        "mode=semaphore-fair rooms=3 arrivals=poisson:60/s hold=exponential:100ms duration=5m",
        "mode=semaphore-fair rooms=1 arrivals=poisson:1/s,batch=5 hold=fixed:100ms visits=2000",
      })
  void theResultIsThatOfTheCalendar(String text) {
    Scenario scenario = Simulations.scenario(text);
    Run wholly = Simulator.detailed(scenario, true, Long.MAX_VALUE - 1).run(ENVIRONMENT);
    Run partly = Simulator.detailed(scenario, true, CHECKED).run(ENVIRONMENT);
    RunResult one = wholly.result();
    RunResult other = partly.result();
    assertThat(other.outcome()).isEqualTo(one.outcome());
    assertThat(other.explanation()).isEqualTo(one.explanation());
    assertThat(other.latency(DurationKind.WAIT)).isEqualTo(one.latency(DurationKind.WAIT));
    assertThat(other.hold()).isEqualTo(one.hold());
    assertThat(other.response()).isEqualTo(one.response());
    assertThat(other.visits()).isEqualTo(one.visits());
    assertThat(other.windowNanos()).isEqualTo(one.windowNanos());
    assertThat(other.intervals()).isEqualTo(one.intervals());
    assertThat(other.simulation()).isEqualTo(one.simulation());
    assertThat(other.throughputPerSecond()).isEqualTo(one.throughputPerSecond());
    assertThat(other.fairness().jain()).isCloseTo(one.fairness().jain(), within(1e-12));
    assertThat(other.utilisation()).isCloseTo(one.utilisation(), within(1e-12));
    assertThat(partly.visits()).isEqualTo(wholly.visits());
    Presence present = Objects.requireNonNull(one.presence());
    Presence presentToo = Objects.requireNonNull(other.presence());
    assertThat(presentToo.lineLengths()).isEqualTo(present.lineLengths());
    assertThat(presentToo.waiting()).isCloseTo(present.waiting(), within(1e-9));
  }

  @Test
  void eachCheckSaysToWhichVisitsItWasHeld() {
    List<Check> checks =
        Simulator.detailed(Simulations.scenario(LONG), true, CHECKED)
            .run(ENVIRONMENT)
            .result()
            .checks();
    assertThat(checks).allMatch(check -> check.verdict() == Check.Verdict.PASSED);
    assertThat(checks)
        .filteredOn(check -> check.reason().equals("on the first 1,000 visits"))
        .extracting(Check::name)
        .containsExactly(
            "mutual-exclusion", "littles-law", "utilisation", "two-ways", "measured-window");
    assertThat(checks)
        .filteredOn(check -> check.reason().isEmpty())
        .extracting(Check::name)
        .containsExactly("durations", "counts");
  }

  @Test
  void aRunThatIsNotLongerIsCheckedAsAWhole() {
    Scenario scenario = Simulations.scenario(LONG);
    assertThat(CheckedBeginning.of(scenario, new Schedule(scenario), 30_000)).isNull();
    assertThat(CheckedBeginning.of(scenario, new Schedule(scenario), 29_999)).isNotNull();
    assertThat(Simulator.detailed(scenario, true, 30_000).run(ENVIRONMENT).result().checks())
        .allMatch(check -> check.reason().isEmpty());
  }

  /** The fingerprint that the run's own is held against is about its first visits, all of them. */
  @Test
  void anotherVisitIsNoticed() {
    Scenario scenario = Simulations.scenario(LONG);
    Schedule schedule = new Schedule(scenario);
    CheckedBeginning first =
        Objects.requireNonNull(CheckedBeginning.of(scenario, schedule, CHECKED));
    first.run();
    assertThat(fingerprint(scenario, CHECKED)).isEqualTo(first.fingerprint().value());
    assertThat(fingerprint(scenario, CHECKED - 1)).isNotEqualTo(first.fingerprint().value());
    assertThat(fingerprint(scenario.withSeed(2), CHECKED))
        .isNotEqualTo(first.fingerprint().value());
    assertThat(fingerprint(scenario.withRooms(11), CHECKED))
        .isNotEqualTo(first.fingerprint().value());
  }

  private static long fingerprint(Scenario scenario, long visits) {
    Schedule schedule = new Schedule(scenario);
    RunTimeline course = new RunTimeline(Stop.nanos(scenario), visits);
    new Recursion(scenario, schedule, schedule.newWindow(), course, false).run();
    return course.fingerprint().value();
  }

  /** Some of the first visits are measured, though the run's own warm-up is longer. */
  @Test
  void theBeginningHasAMeasuredPart() {
    Scenario scenario = Simulations.scenario(LONG + " warmup=50%");
    CheckedBeginning first =
        Objects.requireNonNull(CheckedBeginning.of(scenario, new Schedule(scenario), CHECKED));
    first.run();
    assertThat(first.calendar().totals().completed()).isBetween(800L, 920L);
    assertThat(first.byRecursion().completed()).isEqualTo(first.calendar().totals().completed());
  }

  @Test
  void aRunThatEndsEarlyIsNotHeldToItsSums() {
    Simulator simulator = Simulator.detailed(Simulations.scenario(LONG), true, CHECKED);
    simulator.interrupt();
    RunResult result = simulator.run(ENVIRONMENT).result();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.checks())
        .extracting(Check::name)
        .containsExactly("durations", "mutual-exclusion", "counts", "littles-law", "utilisation");
    assertThat(result.checks()).noneMatch(check -> check.verdict() == Check.Verdict.FAILED);
  }
}
