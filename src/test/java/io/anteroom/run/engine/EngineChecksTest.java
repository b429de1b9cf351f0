package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Scenario;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose figures contradict each other is invalid and says why; a good one is not. */
class EngineChecksTest {
  private static final String GOOD =
      "mode=semaphore-fair persons=8 rooms=2 hold=fixed:1s stuck-after=1h";

  private static Map<String, Verdict> verdicts(RunResult result) {
    return result.checks().stream().collect(Collectors.toMap(Check::name, Check::verdict));
  }

  @Test
  void aGoodRunPassesThemAll() {
    RunResult result = SteppedRun.of(GOOD).run().result();
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(verdicts(result).keySet())
        .containsExactlyInAnyOrder(
            "mutual-exclusion", "rooms-left", "counts", "littles-law", "utilisation", "durations");
    assertThat(verdicts(result).values()).containsOnly(Verdict.PASSED);
  }

  /** Waits that end without a room belong to the line; being late does not. */
  @Test
  void aGoodRunInWhichPersonsGiveUpAndAreLatePassesThemAll() {
    RunResult result =
        SteppedRun.of(
                "mode=try-park retry=fixed:10ms patience=fixed:300ms arrivals=constant:10/s rooms=1"
                    + " hold=fixed:400ms duration=20s")
            .stallAt(ms(5_000), ms(2_000))
            .run()
            .result();
    assertThat(result.visits().abandoned()).isGreaterThan(100);
    assertThat(verdicts(result).values()).as(result.explanation()).containsOnly(Verdict.PASSED);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("mutual-exclusion", stage -> stage.census.violates(), "entered occupied rooms"),
        fault(
            "rooms-left",
            stage -> stage.premises.rooms().get(1).enter(false, Long.MAX_VALUE),
            "a room was entered and never left"),
        fault("counts", stage -> stage.census.began(1), "visits were lost or recorded twice"),
        fault("counts", stage -> stage.measured.completed(0, 0, 0, 0), "visits were lost"),
        fault("counts", stage -> stage.unmeasured.abandoned(0, 0), "visits were lost"),
        fault(
            "littles-law",
            stage -> {
              stage.census.began(1);
              stage.census.cuts(ms(1_000), 0, false);
            },
            "the waits don't add up to the line"),
        fault(
            "littles-law",
            stage -> {
              stage.census.began(1);
              stage.measured.completed(0, ms(1_000), 0, 0);
            },
            "the waits don't add up to the line"),
        fault(
            "littles-law",
            stage -> stage.measured.late(0, ms(1_000)),
            "the waits don't add up to the line"),
        fault(
            "utilisation",
            stage -> {
              stage.census.began(1);
              stage.census.cuts(0, ms(1_000), true);
            },
            "the holds don't add up to the rooms"),
        fault(
            "utilisation",
            stage -> {
              stage.census.began(1);
              stage.unmeasured.completed(0, 0, 0, ms(1_000));
            },
            "the holds don't add up to the rooms"),
        fault("durations", stage -> stage.measured.late(0, -1), "1 duration was below 0"),
        fault("durations", stage -> stage.unmeasured.late(0, -1), "1 duration was below 0"),
        fault("durations", stage -> stage.measured.completed(0, -1, -1, 0), "below 0"),
        fault(
            "durations",
            stage -> stage.measured.completed(0, Long.MAX_VALUE, 0, 0),
            "longer than 146 years"));
  }

  private static Arguments fault(String check, Consumer<Stage> fault, String reason) {
    return Arguments.of(check, fault, reason);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aRunThatContradictsItselfIsInvalid(String name, Consumer<Stage> fault, String reason) {
    SteppedRun run = SteppedRun.of(GOOD);
    run.at(ms(3_500), () -> fault.accept(Objects.requireNonNull(run.engine().stage())));
    RunResult result = run.run().result();
    assertThat(verdicts(result)).containsEntry(name, Verdict.FAILED);
    assertThat(result.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(result.explanation()).contains("Check " + name + " failed", reason);
  }

  /** Their time is over after 6 s, but nothing can interrupt them before 8 s. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pools: {desks: {rooms: 2, mode: semaphore-fair}}\n"
            + "journey: [{in: desks, do: [{hold: 'fixed:1s'}]}]",
        "rooms: 2\nmode: semaphore-fair\nhold: fixed:1s",
      })
  void holdsThatOutlastTheRunDoNotMakeItInvalid(String yaml) {
    Scenario scenario = Scenarios.ofYaml(yaml + "\npersons: 2\nduration: 3s\nstuck-after: 1h\n");
    RunResult result =
        SteppedRun.of(scenario)
            .with((self, unused) -> sleepWhateverHappens(self, ms(8_000)))
            .run()
            .result();
    assertThat(result.checks())
        .filteredOn(check -> check.name().startsWith("utilisation"))
        .singleElement()
        .satisfies(check -> assertThat(check.verdict()).isEqualTo(Verdict.PASSED))
        .satisfies(check -> assertThat(check.expected()).isCloseTo(2, within(0.01)));
    assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.COMPLETED);
  }

  private static void sleepWhateverHappens(SteppedRun run, long nanos) {
    long endNanos = run.host.stepper.elapsedNanos() + nanos;
    while (run.host.stepper.elapsedNanos() < endNanos) {
      try {
        run.sleep(endNanos - run.host.stepper.elapsedNanos());
      } catch (InterruptedException unheeded) {
        // As of a call to a server that has no other end.
      }
    }
  }

  @Test
  void roomsWithoutALockAreExcused() {
    RunResult result = SteppedRun.of("mode=none persons=8 rooms=2 hold=fixed:3s").run().result();
    assertThat(result.visits().violations()).isEqualTo(6);
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(verdicts(result))
        .containsEntry("mutual-exclusion", Verdict.NOT_JUDGED)
        .containsEntry("utilisation", Verdict.NOT_JUDGED)
        .containsEntry("counts", Verdict.PASSED);
  }

  @Test
  void aShortRunIsNotJudgedByItsSamples() {
    RunResult result =
        SteppedRun.of("mode=semaphore-fair persons=8 rooms=2 hold=fixed:100ms").run().result();
    assertThat(verdicts(result))
        .containsEntry("littles-law", Verdict.NOT_JUDGED)
        .containsEntry("utilisation", Verdict.NOT_JUDGED);
  }

  @Test
  void aLineInWhichHardlyAnybodyStandsIsNotJudged() {
    RunResult result =
        SteppedRun.of(
                "mode=semaphore-fair arrivals=constant:2/s rooms=2 hold=fixed:10ms duration=9s")
            .run()
            .result();
    assertThat(verdicts(result))
        .containsEntry("littles-law", Verdict.NOT_JUDGED)
        .containsEntry("utilisation", Verdict.NOT_JUDGED);
  }
}
