package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Outcome;
import io.anteroom.result.RunResult;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of journeys whose figures contradict each other is invalid and says in which pool. */
class PoolChecksTest {
  private static final String JOURNEY =
      """
      persons: 8
      stuck-after: 1h
      pools:
        workers: {rooms: 4, mode: MODE}
        connections: {rooms: 2, mode: semaphore-fair}
      journey:
        - in: workers
          do:
            - hold: fixed:200ms
            - in: connections
              do: [{hold: fixed:1s}]
      """;

  private static SteppedRun journeys(String mode) {
    return SteppedRun.of(Scenarios.ofYaml(JOURNEY.replace("MODE", mode)));
  }

  private static Map<String, Verdict> verdicts(RunResult result) {
    return result.checks().stream().collect(Collectors.toMap(Check::name, Check::verdict));
  }

  private static JourneyStage journey(SteppedRun run) {
    return Objects.requireNonNull(Objects.requireNonNull(run.engine().stage()).journey);
  }

  @Test
  void aGoodRunPassesThemAll() {
    RunResult result = journeys("semaphore-fair").run().result();
    assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.COMPLETED);
    assertThat(verdicts(result).keySet())
        .containsExactlyInAnyOrder(
            "durations",
            "counts",
            "littles-law",
            "mutual-exclusion{pool=workers}",
            "mutual-exclusion{pool=connections}",
            "rooms-left{pool=workers}",
            "rooms-left{pool=connections}",
            "littles-law{pool=workers}",
            "littles-law{pool=connections}",
            "utilisation{pool=workers}",
            "utilisation{pool=connections}");
    assertThat(verdicts(result).values()).containsOnly(Verdict.PASSED);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "littles-law",
            (journey, pool) -> journey.recorders.getFirst().add(notes(0, 1_000)),
            "the journeys don't"),
        fault("mutual-exclusion{pool=connections}", (journey, pool) -> pool.violates(), "occupied"),
        fault(
            "rooms-left{pool=connections}",
            (journey, pool) -> pool.rooms().get(1).enter(false, Long.MAX_VALUE),
            "a room was entered and never left"),
        fault(
            "littles-law{pool=connections}",
            (journey, pool) -> pool.recorders.getFirst().add(notes(1_000, 0)),
            "the waits don't add up"),
        fault(
            "utilisation{pool=connections}",
            (journey, pool) -> pool.recorders.getFirst().add(notes(0, 1_000)),
            "the holds don't add up"));
  }

  /** Of somebody who was never there. */
  private static PartNotes notes(int waitedMillis, int insideMillis) {
    PartNotes notes = new PartNotes();
    notes.allWaitNanos = ms(waitedMillis);
    notes.allInsideNanos = ms(insideMillis);
    return notes;
  }

  private static Arguments fault(String check, Fault fault, String reason) {
    return Arguments.of(check, fault, reason);
  }

  /** What goes wrong in the pool of connections. */
  @FunctionalInterface
  interface Fault {
    void happens(JourneyStage journey, PoolStage pool);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aRunThatContradictsItselfIsInvalid(String name, Fault fault, String reason) {
    SteppedRun run = journeys("semaphore-fair");
    run.at(ms(3_500), () -> fault.happens(journey(run), journey(run).pools.get(1)));
    RunResult result = run.run().result();
    assertThat(verdicts(result)).containsEntry(name, Verdict.FAILED);
    assertThat(result.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(result.explanation()).contains("Check " + name + " failed", reason);
  }

  @Test
  void aPoolWithoutALockIsExcused() {
    RunResult result = journeys("none").run().result();
    assertThat(result.outcome()).as(result.explanation()).isEqualTo(Outcome.COMPLETED);
    assertThat(verdicts(result))
        .containsEntry("mutual-exclusion{pool=workers}", Verdict.NOT_JUDGED)
        .containsEntry("utilisation{pool=workers}", Verdict.NOT_JUDGED)
        .containsEntry("mutual-exclusion{pool=connections}", Verdict.PASSED)
        .containsEntry("utilisation{pool=connections}", Verdict.PASSED);
  }

  @Test
  void aRoomMayBeLeftBehindByWhoCouldNotBeFreed() {
    SteppedRun run = journeys("semaphore-fair");
    run.run();
    Stage stage = Objects.requireNonNull(run.engine().stage());
    PoolChecks checks =
        new PoolChecks(
            journey(run),
            new PoolSamples(stage.window, journey(run)),
            (name, sampled, personNanos, reason) -> Check.notJudged(name, "not asked here"));
    Consumer<Verdict> roomsLeft =
        expected ->
            assertThat(checks.all(expected == Verdict.PASSED))
                .filteredOn(check -> check.name().startsWith("rooms-left"))
                .hasSize(2)
                .allMatch(check -> check.verdict() == expected);
    roomsLeft.accept(Verdict.PASSED);
    roomsLeft.accept(Verdict.NOT_JUDGED);
  }
}
