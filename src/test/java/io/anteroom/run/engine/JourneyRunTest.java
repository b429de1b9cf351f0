package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Deadlock;
import io.anteroom.result.Outcome;
import io.anteroom.result.PartLabel;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import java.util.Objects;
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

  @Test
  void whoeverGivesUpLeavesAllRoomsAndComesAgain() throws Exception {
    Run run =
        run(
            """
            arrivals: constant:200/s
            visits: 20
            pools:
              outer: {rooms: 20, mode: semaphore-fair}
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
    assertThat(outer).isEqualTo(all).isGreaterThan(20);
    assertThat(run.result().checks()).noneMatch(check -> check.verdict() == Verdict.FAILED);
  }
}
