package io.anteroom.run.simulate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.Check;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Machine;
import io.anteroom.result.Outcome;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.scenario.Scenario;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JourneySimulatorTest {
  /** Each person takes a connection, and a second one while it holds the first. */
  private static final String TWO_CONNECTIONS =
      """
      arrivals: closed
      persons: 4
      think: exponential:5ms
      visits: 1000
      pools: {connections: {rooms: %d, mode: semaphore}}
      journey:
        - in: connections
          do:
            - hold: exponential:5ms
            - in: connections
              do: [{hold: "exponential:5ms"}]
      """;

  private static final String WORKER_AND_CONNECTION =
      """
      arrivals: poisson:300/s
      visits: 20000
      pools:
        workers: {rooms: 40, mode: semaphore-fair}
        connections: {rooms: 15, mode: semaphore-fair}
      journey:
        - in: workers
          do:
            - hold: exponential:2ms
            - in: connections
              times: 2
              do: [{hold: "exponential:20ms"}]
        - hold: fixed:1ms
      classes:
        gold: {share: 10%, priority: 1}
        silver: {share: 90%, priority: 2}
      """;

  @Test
  void fourPersonsWithFourConnectionsWaitForEachOther() {
    Run run = run(scenario(TWO_CONNECTIONS.formatted(4)));

    assertThat(run.result().outcome()).isEqualTo(Outcome.STUCK);
    Deadlock deadlock = requireNonNull(run.result().deadlock());
    assertThat(deadlock.cycle())
        .containsExactly(
            "all 4 rooms of connections are taken, and of those inside 4 persons wait for a room"
                + " of connections");
    assertThat(deadlock.advice()).contains("at least 5 rooms (4 persons × (2 held at once − 1)");
    assertThat(run.result().checks()).allMatch(check -> check.verdict() == Check.Verdict.PASSED);
  }

  @Test
  void atTheAdvisedSizeNobodyEverGetsStuck() {
    Scenario few = scenario(TWO_CONNECTIONS.formatted(4).replace("1000", "50"));
    Scenario enough = scenario(TWO_CONNECTIONS.formatted(5).replace("1000", "50"));

    assertThat(stuck(enough)).isZero();
    assertThat(stuck(few)).isGreaterThan(900);
  }

  /** By hand: the three enter after 10, 15 and 35 ms, since no room closes before it is left. */
  @Test
  void roomsOfAPoolOpenAndClose() {
    RunResult result =
        run(scenario(
                """
                persons: 3
                visits: 1
                pools: {a: {rooms: "0@0s,1@10ms,2@15ms,1@20ms", mode: semaphore-fair}}
                journey: [{in: a, do: [{hold: fixed:20ms}]}]
                """))
            .result();

    PartResult a = result.part(new PartLabel("a", null)).orElseThrow();
    assertThat(a.durations().waits().meanNanos()).isCloseTo((10 + 15 + 35) * 1e6 / 3, within(5e4));
    double roomMillis = 5 * 1 + 5 * 2 + 35 * 1;
    assertThat(a.flow().utilisation()).isCloseTo(60 / roomMillis, within(1e-9));
    assertThat(result.utilisation()).isCloseTo(60 / roomMillis, within(1e-9));
    assertThat(result.checks()).allMatch(check -> check.verdict() == Check.Verdict.PASSED);
  }

  @Test
  void aRoomThatOpensLaterEndsWhatOtherwiseWouldBeADeadlock() {
    String changing = TWO_CONNECTIONS.replace("rooms: %d", "rooms: \"%s\"");

    RunResult opens = run(scenario(changing.formatted("4@0s,5@1m"))).result();
    assertThat(opens.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(opens.visits().completed() + opens.visits().cooldown()).isEqualTo(4_000);
    RunResult closes = run(scenario(changing.formatted("5@0s,4@1s"))).result();
    assertThat(closes.outcome()).isEqualTo(Outcome.STUCK);
    assertThat(requireNonNull(closes.deadlock()).cycle().getFirst()).startsWith("all 4 rooms of");
  }

  private static long stuck(Scenario scenario) {
    return LongStream.range(0, 1_000)
        .mapToObj(
            seed -> SimulatedRun.brief(scenario.withSeed(seed), false).run(Machine.now(1)).result())
        .filter(result -> result.outcome() == Outcome.STUCK)
        .count();
  }

  @Test
  void patienceEndsWhatWouldBeADeadlock() {
    String patient =
        TWO_CONNECTIONS.formatted(4).replace("semaphore}", "semaphore, patience: fixed:1s}");

    RunResult result = run(scenario(patient)).result();

    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(requireNonNull(result.deadlock()).wordsOfPatience())
        .contains("which only patience ended: all 4 rooms of connections are taken");
    assertThat(requireNonNull(result.deadlock()).advice()).doesNotContain("set a patience");
    assertThat(result.visits().abandoned()).isPositive();
    assertThat(
            result.visits().completed() + result.visits().abandoned() + result.visits().cooldown())
        .isEqualTo(4_000);
  }

  /** As it is said of one pool. */
  @Test
  void whatIsOnlyAModelOfAPoolsModeIsSaid() {
    String barging = TWO_CONNECTIONS.formatted(5).replace("semaphore}", "hikaricp}");

    assertThat(requireNonNull(run(scenario(barging)).result().simulation()).model())
        .startsWith("mode hikaricp lets newcomers barge")
        .endsWith("a model, not the library");
  }

  @Test
  void twoPoolsInOppositeOrderLockEachOther() {
    Run run =
        run(
            scenario(
                """
                arrivals: closed
                persons: 8
                think: exponential:5ms
                visits: 1000
                pools: {a: {}, b: {}}
                journey:
                  - in: a
                    class: left
                    do: [{hold: fixed:1ms}, {in: b, do: [{hold: fixed:1ms}]}]
                  - in: b
                    class: right
                    do: [{hold: fixed:1ms}, {in: a, do: [{hold: fixed:1ms}]}]
                classes: {left: {share: 50%}, right: {share: 50%}}
                seed: 2
                """));

    Deadlock deadlock = requireNonNull(run.result().deadlock());
    assertThat(deadlock.cycle())
        .containsExactly(
            "the room of a is taken, and of those inside 1 person waits for a room of b",
            "the room of b is taken, and of those inside 1 person waits for a room of a");
    assertThat(deadlock.advice()).startsWith("Let every journey enter the pools in the same order");
  }

  @Test
  void theCheckedLawsHoldOfEachPoolAndOfTheWhole() {
    List<Check> checks = run(scenario(WORKER_AND_CONNECTION)).result().checks();

    assertThat(checks)
        .extracting(Check::name)
        .contains(
            "littles-law",
            "littles-law{pool=workers}",
            "littles-law{pool=connections}",
            "utilisation{pool=connections}",
            "mutual-exclusion{pool=connections}");
    assertThat(checks).allMatch(check -> check.verdict() == Check.Verdict.PASSED);
  }

  @Test
  void partsAddUpToTheWhole() {
    RunResult result = run(scenario(WORKER_AND_CONNECTION)).result();
    PartResult connections = part(result, "connections", null);

    assertThat(connections.visits().completed()).isEqualTo(2 * result.visits().completed());
    assertThat(
            part(result, null, "gold").visits().completed()
                + part(result, null, "silver").visits().completed())
        .isEqualTo(result.visits().completed());
    assertThat(
            part(result, "connections", "gold").visits().completed()
                + part(result, "connections", "silver").visits().completed())
        .isEqualTo(connections.visits().completed());
    double waits =
        connections.durations().waits().meanNanos() * 2
            + part(result, "workers", null).durations().waits().meanNanos();
    assertThat(result.waits().meanNanos()).isBetween(waits * 0.998, waits * 1.002);
  }

  @Test
  void thoseWhoGaveUpComeAgainSoOftenAndNoMore() {
    RunResult result =
        run(scenario(
                """
                arrivals: constant:100/s
                visits: 100
                pools: {rooms: {rooms: 1, patience: fixed:1ms}}
                journey: [{in: rooms, do: [{hold: fixed:1h}]}]
                retry-after: {pause: fixed:10s, times: 3}
                duration: 10h
                """))
            .result();

    assertThat(result.visits().abandoned() + result.visits().cooldown())
        .as("99 persons, each 4 times; those that come again do so when arrivals have ended")
        .isEqualTo(4 * 99);
    assertThat(result.visits().completed()).isEqualTo(1);
  }

  @Test
  void retriesOfThoseWhoGaveUpCanTakeMostOfTheThroughput() {
    String alone =
        """
        arrivals: poisson:56/s
        duration: 120s
        pools: {servers: {rooms: 5, mode: semaphore-fair, patience: fixed:1s}}
        journey:
          - in: servers
            do: [{hold: exponential:60ms}]
          - in: servers
            do: [{hold: exponential:40ms}]
        """;
    RunResult without = run(scenario(alone)).result();
    RunResult with =
        run(scenario(alone + "retry-after: {pause: exponential:500ms, times: 10}\n")).result();

    assertThat(with.throughputPerSecond()).isLessThan(0.7 * without.throughputPerSecond());
    assertThat(with.offeredPerSecond()).isGreaterThan(2 * without.offeredPerSecond());
    assertThat(with.utilisation()).isGreaterThan(0.95);
  }

  @Test
  void priorityLetsTheFirstClassPass() {
    String crowded = WORKER_AND_CONNECTION.replace("rooms: 15,", "rooms: 13, order: priority,");
    RunResult result = run(scenario(crowded)).result();

    assertThat(part(result, "connections", "gold").durations().waits().meanNanos())
        .isLessThan(part(result, "connections", "silver").durations().waits().meanNanos() / 3);
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    Scenario scenario = scenario(WORKER_AND_CONNECTION);

    assertThat(run(scenario).result().parts()).isEqualTo(run(scenario).result().parts());
    assertThat(run(scenario).result().parts())
        .isNotEqualTo(run(scenario.withSeed(2)).result().parts());
  }

  @Test
  void whatCanNotBeSimulatedIsRefusedWithItsPool() {
    Scenario polling =
        scenario(
            WORKER_AND_CONNECTION.replace("rooms: 15, mode: semaphore-fair", "mode: try-park"));

    assertThatExceptionOfType(UnsupportedScenarioException.class)
        .isThrownBy(() -> SimulatedRun.brief(polling, false))
        .withMessageContaining("pool connections: mode try-park can't be simulated on a journey");
  }

  private static PartResult part(
      RunResult result, @Nullable String pool, @Nullable String personClass) {
    return result.part(new PartLabel(pool, personClass)).orElseThrow();
  }

  private static Scenario scenario(String yaml) {
    return Simulations.ofYaml(yaml);
  }

  private static Run run(Scenario scenario) {
    return SimulatedRun.detailed(scenario).run(Machine.now(1));
  }
}
