package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Histograms;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Machine;
import io.anteroom.result.Outcome;
import io.anteroom.result.PartLabel;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys on real threads: how they end, and what is found when they stand still. */
@Timeout(60)
class JourneyRunTest {
  private static final String TWO_CONNECTIONS =
      """
      persons: 4
      visits: %d
      pools:
        connections: {rooms: %d, %s}
      journey:
        - in: connections
          do:
            - hold: fixed:2ms
            - in: connections
              do: [{hold: "fixed:2ms"}]
      """;

  private static Run run(String yaml) throws Exception {
    Scenario scenario = Scenarios.ofYaml(yaml);
    try (RoomActivity activity = RoomActivities.sleep()) {
      return new Engine(scenario, activity, new WallClock(), null).run();
    }
  }

  private static Deadlock deadlock(Run run) {
    return Objects.requireNonNull(run.result().deadlock());
  }

  /** All come at once, so that each has its first connection before anybody has two. */
  @ParameterizedTest
  @ValueSource(strings = {"semaphore", "semaphore-fair", "reentrant", "queue", "hikaricp"})
  void fourPersonsWithFourConnectionsAreStuck(String mode) throws Exception {
    Run run =
        run(
            TWO_CONNECTIONS
                .formatted(
                    1, 4, "mode: " + mode + (mode.equals("reentrant") ? ", line: shared" : ""))
                .replace("fixed:2ms", "fixed:50ms"));

    assertThat(run.result().outcome()).as(run.result().explanation()).isEqualTo(Outcome.STUCK);
    assertThat(deadlock(run).cycle())
        .containsExactly(
            "all 4 rooms of connections are taken, and of those inside 4 persons wait for a room"
                + " of connections");
    assertThat(deadlock(run).advice()).contains("at least 5 rooms (4 persons × (2 held at once");
    assertThat(run.result().explanation()).startsWith("Deadlock after ").contains("none of them");
    assertThat(run.result().visits().censored()).isEqualTo(4);
    assertThat(run.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  @Test
  void atTheAdvisedSizeNobodyGetsStuck() throws Exception {
    Run run = run(TWO_CONNECTIONS.formatted(50, 5, "mode: semaphore"));

    assertThat(run.result().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.result().deadlock()).isNull();
    assertThat(run.result().visits().completed()).isEqualTo(200);
    assertThat(run.result().part(new PartLabel("connections", null)).orElseThrow().visits())
        .satisfies(visits -> assertThat(visits.completed()).isEqualTo(400));
  }

  @Test
  void thePoolsOwnTimeoutEndsADeadlockWhichIsTold() throws Exception {
    Run run =
        run(
            TWO_CONNECTIONS
                .formatted(1, 4, "mode: hikaricp, patience: fixed:300ms")
                .replace("fixed:2ms", "fixed:50ms"));

    assertThat(run.result().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.result().visits().abandoned()).isPositive();
    assertThat(deadlock(run).wordsOfPatience())
        .contains("which only patience ended: all 4 rooms of connections are taken");
    assertThat(deadlock(run).advice()).contains("5 rooms").doesNotContain("set a patience");
  }

  @Test
  void aCycleOverTwoPoolsIsFoundWhileAThirdOneGoesOn() throws Exception {
    Run run =
        run(
            """
            persons: 8
            duration: 10s
            pools:
              left: {rooms: 1, mode: semaphore-fair}
              right: {rooms: 1, mode: semaphore-fair}
              others: {rooms: 2, mode: semaphore-fair}
            journey:
              - in: left
                class: one
                do: [{hold: "fixed:20ms"}, {in: right, do: [{hold: "fixed:1ms"}]}]
              - in: right
                class: two
                do: [{hold: "fixed:20ms"}, {in: left, do: [{hold: "fixed:1ms"}]}]
              - in: others
                class: three
                do: [{hold: "fixed:1ms"}]
            classes:
              one: {share: 30%}
              two: {share: 30%}
              three: {share: 40%}
            """);

    assertThat(run.result().outcome()).isEqualTo(Outcome.STUCK);
    assertThat(deadlock(run).cycle()).hasSize(2);
    assertThat(deadlock(run).cycle().getFirst())
        .startsWith("the room of left is taken")
        .contains("for a room of right");
    assertThat(deadlock(run).advice()).contains("in the same order");
    assertThat(run.result().part(new PartLabel("others", "three")).orElseThrow().visits())
        .satisfies(visits -> assertThat(visits.completed()).isPositive());
    assertThat(run.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  /** A room that is entered and left inside another one is not all that a person held. */
  @Test
  void aCycleIsFoundBehindARoomThatWasLeftMeanwhile() throws Exception {
    Run run =
        run(
            """
            persons: 8
            visits: 1
            pools:
              left: {rooms: 1, mode: semaphore-fair}
              right: {rooms: 1, mode: semaphore-fair}
              between: {rooms: 8, mode: semaphore-fair}
            journey:
              - in: left
                class: one
                do:
                  - in: between
                    do: [{hold: "fixed:50ms"}]
                  - in: right
                    do: [{hold: "fixed:1ms"}]
              - in: right
                class: two
                do:
                  - in: between
                    do: [{hold: "fixed:50ms"}]
                  - in: left
                    do: [{hold: "fixed:1ms"}]
            classes:
              one: {share: 50%}
              two: {share: 50%}
            """);

    assertThat(run.result().outcome()).isEqualTo(Outcome.STUCK);
    assertThat(deadlock(run).cycle()).hasSize(2);
  }

  /** What is cut short is a large part of the line that was seen. */
  @Test
  void waitsThatTheEndCutsShortAddUpToTheLine() {
    SteppedRun run =
        SteppedRun.of(
            Scenarios.ofYaml(
                """
                persons: 40
                visits: 100
                pools:
                  workers: {rooms: 20, mode: semaphore-fair}
                  connections: {rooms: 1, mode: semaphore-fair}
                journey:
                  - in: workers
                    do:
                      - in: connections
                        do: [{hold: "fixed:400ms"}]
                """));
    run.at(3_000_000_000L, run.engine()::interrupt);

    assertThat(run.run().result().checks())
        .filteredOn(check -> check.name().startsWith("littles-law"))
        .hasSize(3)
        .allMatch(check -> check.verdict() == Verdict.PASSED);
  }

  @Test
  void whoeverGivesUpLeavesAllRoomsAndComesAgain() throws Exception {
    Run run =
        run(
            """
            arrivals: constant:100/s
            duration: 1s
            pools:
              outer: {rooms: 300, mode: semaphore-fair}
              inner: {rooms: 1, mode: semaphore-fair, patience: fixed:5ms}
            journey:
              - in: outer
                do: [{in: inner, do: [{hold: "fixed:50ms"}]}, {hold: "fixed:1ms"}]
            retry-after: {pause: fixed:20ms, times: 2}
            """);

    long outer = run.result().part(new PartLabel("outer", null)).orElseThrow().visits().completed();
    long all = run.result().visits().completed() + run.result().visits().abandoned();
    assertThat(run.result().outcome()).isNotEqualTo(Outcome.INVALID);
    assertThat(run.result().visits().abandoned()).isPositive();
    assertThat(outer).isEqualTo(all).isGreaterThan(100);
    assertThat(run.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  /**
   * The stated tolerance: a tenth of the simulated figure, a millisecond, and four times as much as
   * the machine was late at its worst, which the run measures itself; so the test does not depend
   * on how busy the machine is, and is narrow on a quiet one.
   */
  @Test
  void inRealTimeThePercentilesOfEachPoolAreAsSimulated() throws Exception {
    String yaml =
        """
        arrivals: poisson:120/s
        duration: 1500ms
        seed: 3
        pools:
          workers: {rooms: 6, mode: semaphore-fair}
          connections: {rooms: 2, mode: semaphore-fair}
        journey:
          - in: workers
            do:
              - hold: exponential:4ms
              - in: connections
                do: [{hold: "exponential:12ms"}]
        """;
    Run real = run(yaml);
    Run simulated = SimulatedRun.detailed(Scenarios.ofYaml(yaml)).run(Machine.now(1));

    assertThat(real.result().outcome()).isEqualTo(Outcome.COMPLETED);
    Histograms all = real.histograms();
    double latest = Math.max(all.canary.getMaxValue(), all.lateness.getMaxValue()) / 1e6;
    for (String pool : List.of("workers", "connections")) {
      PartLabel label = new PartLabel(pool, null);
      Histograms expected = Objects.requireNonNull(simulated.parts().get(label));
      Histograms actual = Objects.requireNonNull(real.parts().get(label));
      assertThat(actual.wait.getTotalCount()).isEqualTo(expected.wait.getTotalCount());
      for (double percent : new double[] {50, 90, 99}) {
        assertNear(pool + " wait p" + percent, actual.wait, expected.wait, percent, latest);
        assertNear(pool + " hold p" + percent, actual.hold, expected.hold, percent, latest);
        assertNear(
            pool + " response p" + percent, actual.response, expected.response, percent, latest);
      }
    }
    assertThat(real.result().checks())
        .filteredOn(check -> check.name().startsWith("littles-law"))
        .extracting(Check::name)
        .contains("littles-law", "littles-law{pool=workers}", "littles-law{pool=connections}");
    assertThat(real.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  private static void assertNear(
      String what, Histogram actual, Histogram expected, double percent, double latestMillis) {
    double simulated = expected.getValueAtPercentile(percent) / 1e6;
    assertThat(actual.getValueAtPercentile(percent) / 1e6)
        .as("%s, in ms, where the machine was late by %s ms at most", what, latestMillis)
        .isCloseTo(simulated, within(0.1 * simulated + 1 + 4 * latestMillis));
  }

  @Test
  void whatPersonsSayNamesThePool() throws Exception {
    Transcript said = new Transcript(10, 100);
    Scenario scenario =
        Scenarios.ofYaml(
            TWO_CONNECTIONS.formatted(1, 5, "mode: semaphore").replace("persons: 4", "persons: 1"));
    try (RoomActivity activity = RoomActivities.sleep()) {
      Run unused = new Engine(scenario, activity, new WallClock(), said).run();
    }
    assertThat(said.takeLines())
        .containsExactly(
            "person 1 occupies room 1 of connections",
            "person 1 occupies room 2 of connections",
            "person 1 vacates room 2 of connections",
            "person 1 vacates room 1 of connections");
  }

  @Test
  void aViewSeesThePoolsApartAndAnInterruptEndsTheRun() {
    SteppedRun run =
        SteppedRun.of(
            Scenarios.ofYaml(
                TWO_CONNECTIONS
                    .formatted(1000, 5, "mode: semaphore-fair")
                    .replace("fixed:2ms", "fixed:30ms")));
    List<Snapshot> seen = new ArrayList<>();
    run.at(45_000_000, () -> seen.add(Objects.requireNonNull(run.engine().look(1))));
    run.at(1_000_000_000, run.engine()::interrupt);

    Run ended = run.run();

    assertThat(ended.result().outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(ended.result().visits().completed()).isPositive();
    assertThat(ended.result().visits().censored()).isEqualTo(4);
    assertThat(ended.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
    assertThat(seen.getFirst().pools())
        .singleElement()
        .satisfies(
            pool -> {
              assertThat(pool.name()).isEqualTo("connections");
              assertThat(pool.taken()).isEqualTo(5);
              assertThat(pool.waiting()).isEqualTo(3);
            });
  }
}
