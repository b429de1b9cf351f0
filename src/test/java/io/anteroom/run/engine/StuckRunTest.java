package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The watchdog stops a run that stands still, after just the time that it is given. */
class StuckRunTest {
  /** The watchdog looks when 50 ms have passed, and the observer samples somewhat rarer. */
  private static final double LOOK_MILLIS = 70;

  private static SteppedRun run(String settings) {
    return SteppedRun.of("mode=semaphore-fair rooms=1 " + settings);
  }

  /** Runs to the end, in which somebody could be freed. */
  private static RunResult stuck(SteppedRun run) throws IOException {
    return stuckRun(run).result();
  }

  private static Run stuckRun(SteppedRun run) throws IOException {
    Run ended = run.run();
    assertThat(ended.result().outcome()).as(ended.result().explanation()).isEqualTo(Outcome.STUCK);
    Files.delete(Objects.requireNonNull(ended.attachments().get("threads.json")));
    return ended;
  }

  /** When the engine began to free those who were left. */
  private static double stopMillis(RunResult result) {
    return result.windowNanos() / 1e6;
  }

  /** The first leaves at 20 ms, when persons get no carrier any more: its room stays free. */
  @ParameterizedTest
  @CsvSource({"500ms, 500", "1s, 1000", "30s, 30000"})
  void aFreeRoomThatNobodyGetsIsADeadlockAfterTheGivenTime(String stuckAfter, double millis)
      throws Exception {
    SteppedRun run = run("persons=3 hold=fixed:20ms stuck-after=" + stuckAfter);
    run.with(
        (self, holdNanos) -> {
          self.sleep(holdNanos);
          if (self.host.stepper.elapsedNanos() < ms(100_000)) {
            self.host.persons.hold();
          }
        });
    releaseWhenStopped(run);
    RunResult result = stuck(run);
    assertThat(stopMillis(result)).isBetween(20 + millis, 20 + millis + 2 * LOOK_MILLIS);
    assertThat(result.explanation()).contains("Deadlock", "nobody gets the free rooms");
    assertThat(result.explanation().replaceFirst("Nothing moved for ([0-9.]+) s.*", "$1"))
        .satisfies(
            seconds ->
                assertThat(Double.parseDouble(seconds))
                    .isBetween(millis / 1e3, millis / 1e3 + 0.1));
    assertThat(result.visits().completed()).isEqualTo(1);
    assertThat(result.visits().censored()).isEqualTo(2);
  }

  /** The first should leave at 20 ms, but it stays. */
  @ParameterizedTest
  @CsvSource({"500ms, 500", "1s, 1000"})
  void aPersonThatDoesNotLeaveIsADeadlockAfterTheGivenTime(String stuckAfter, double millis)
      throws Exception {
    SteppedRun run = run("persons=3 hold=fixed:20ms stuck-after=" + stuckAfter);
    RunResult result = stuck(run.with((self, holdNanos) -> self.sleep(ms(100_000))));
    assertThat(stopMillis(result)).isBetween(20 + millis - LOOK_MILLIS, 20 + millis + LOOK_MILLIS);
    assertThat(result.explanation()).contains("Deadlock", "the person in room 1");
    assertThat(result.visits().completed()).isZero();
    assertThat(result.visits().censored()).isEqualTo(3);
  }

  @Test
  void carriersThatNobodyHeldAreNotBlamed() throws Exception {
    SteppedRun run = run("persons=3 hold=fixed:20ms stuck-after=1s");
    run.host.carriers = new CarriersNow(2, List.of(), 0);
    RunResult result = stuck(run.with((self, holdNanos) -> self.sleep(ms(100_000))));
    assertThat(result.explanation())
        .contains("no carrier was held", "the person in room 1 should have left it long ago.")
        .doesNotContain("gets no carrier", "JDK");
  }

  /** So it is on a busy machine whose JVM has hundreds of carriers. */
  @Test
  void carriersThatAreLookedAtForASecondDoNotMakeARunInvalid() throws Exception {
    SteppedRun run = run("persons=3 hold=fixed:20ms stuck-after=3s");
    run.host.lookNanos = ms(1_000);
    isStuckAndConsistent(stuckRun(run.with((self, holdNanos) -> self.sleep(ms(100_000)))));
  }

  @Test
  void norDoTheyWhereThereAreSeveralPools() throws Exception {
    SteppedRun run =
        SteppedRun.of(
            Scenarios.ofYaml(
                """
                pools:
                  desks: {rooms: 2, mode: semaphore-fair}
                  tills: {rooms: 1, mode: semaphore-fair}
                journey:
                  - in: desks
                    do:
                      - in: tills
                        do: [{hold: "fixed:20ms"}]
                persons: 4
                stuck-after: 3s
                """));
    run.host.lookNanos = ms(1_000);
    isStuckAndConsistent(stuckRun(run.with((self, holdNanos) -> self.sleep(ms(100_000)))));
  }

  private static void isStuckAndConsistent(Run run) {
    assertThat(run.result().checks())
        .filteredOn(check -> check.name().matches("(littles-law|utilisation).*"))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            check -> assertThat(check.verdict()).as(check.toString()).isEqualTo(Verdict.PASSED));
    assertThat(RunVerdict.of(run).kind()).isEqualTo(VerdictKind.STUCK);
  }

  @Test
  void aNewerJdkIsAdvisedWhereItWouldHelp() {
    assertThat(new StuckCarriers(2, 2, 0, "").remedy(21)).contains("JDK 24 or later");
    assertThat(new StuckCarriers(0, 0, 0, "").remedy(23)).contains("JDK 24 or later");
    assertThat(new StuckCarriers(2, 2, 0, "").remedy(24)).isEmpty();
    assertThat(new StuckCarriers(2, 0, 0, "").remedy(21)).isEmpty();
  }

  /** Whoever is held when the run stops could not be freed; so they are released then. */
  private static void releaseWhenStopped(SteppedRun run) {
    run.at(ms(100_000), run.host.persons::release);
    run.whenever(
        () -> {
          Snapshot seen = run.engine().look(1);
          if (seen != null && seen.state().over()) {
            run.host.persons.release();
          }
        });
  }

  /** The persons are held when it is stopped, and while it is interrupted a second later. */
  @Test
  void aRunThatIsStuckStaysSoThoughSomebodyInterruptsIt() throws Exception {
    SteppedRun run = run("persons=3 hold=fixed:20ms stuck-after=1s");
    run.at(ms(10), run.host.persons::hold)
        .at(ms(2_000), () -> run.engine().interrupt())
        .at(ms(3_000), run.host.persons::release);
    RunResult result = stuck(run);
    assertThat(stopMillis(result)).isBetween(1_000.0, 1_020 + 2 * LOOK_MILLIS);
  }

  /** Others try again and again for the room of a person that should have left at 20 ms. */
  @Test
  void aLiveLockIsStuckToo() throws Exception {
    SteppedRun run =
        SteppedRun.of("mode=try-park rooms=1 persons=3 hold=fixed:20ms stuck-after=1s");
    RunResult result = stuck(run.with((self, holdNanos) -> self.sleep(ms(100_000))));
    assertThat(stopMillis(result)).isBetween(1_000.0, 1_020 + 10 + LOOK_MILLIS);
    assertThat(result.explanation()).contains("Starvation", "try-park", "time-sliced");
    assertThat(result.visits().refusals()).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "persons=3 hold=fixed:30s",
        "arrivals=constant:1/m visits=3 hold=fixed:1ms",
        "arrivals=closed persons=2 think=fixed:1m hold=fixed:1ms visits=3",
        // Nobody is in the room for long, but it is their own fault.
        "mode=try-park retry=fixed:5s persons=2 hold=fixed:10ms",
      })
  void aRunThatOnlyTakesItsTimeIsNotStuck(String settings) {
    Run run =
        SteppedRun.of(
                "rooms=1 stuck-after=1s "
                    + (settings.startsWith("mode") ? "" : "mode=queue ")
                    + settings)
            .run();
    assertThat(run.result().outcome()).as(run.result().explanation()).isEqualTo(Outcome.COMPLETED);
  }

  /** Each time that somebody moves the patience of the watchdog begins anew. */
  @Test
  void aRunThatStandsStillForAWhileAndGoesOnIsNotStuck() {
    SteppedRun run = run("persons=4 hold=fixed:20ms stuck-after=1s");
    List<Long> still = new ArrayList<>();
    run.with((self, holdNanos) -> self.sleep(holdNanos + ms(950)));
    for (double millis = 500; millis < 4_000; millis += 970) {
      run.at(
          ms(millis),
          () -> still.add(Objects.requireNonNull(run.engine().look(1)).state().stillNanos()));
    }
    assertThat(run.run().result().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(still)
        .hasSize(4)
        .allSatisfy(nanos -> assertThat(nanos / 1e6).isBetween(480 - 2 * LOOK_MILLIS, 480.0));
  }

  /** While the machine stands still, the watchdog does not count more than a look or two. */
  @Test
  void aMachineThatStoodStillIsNotTakenForARunThatDoes() {
    SteppedRun run = run("persons=4 hold=fixed:200ms stuck-after=1s");
    run.at(ms(130), run.host.persons::hold)
        .stallAt(ms(130), ms(60_000))
        .at(ms(60_131), run.host.persons::release);
    assertThat(run.run().result().outcome()).isEqualTo(Outcome.COMPLETED);
  }
}
