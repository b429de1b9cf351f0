package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.anteroom.measure.FirstVisits;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.scenario.Scenario;
import java.nio.file.Files;
import java.util.List;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The visits that a run in real time leaves behind, for timelines. */
@Timeout(120)
class VisitsTest {
  private static Run run(String keysAndValues) throws Exception {
    Scenario scenario = Scenarios.of(keysAndValues);
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      return new Engine(scenario, activity, new WallClock(), null).run();
    }
  }

  @ParameterizedTest
  @MethodSource("io.anteroom.run.engine.EngineTest#modesThatFinish")
  void noRoomHoldsTwoAtATimeWhateverTheMode(String mode) throws Exception {
    Run run = run("mode=%s persons=200 rooms=8 visits=3 hold=fixed:200us".formatted(mode));
    assertThat(run.visits()).hasSize(600).allMatch(visit -> visit.refusals() >= 0);
    assertThat(Timelines.byRoom(run.visits()).keySet()).allMatch(room -> room >= 0 && room < 8);
    if (!mode.equals("none")) {
      Timelines.assertExclusive(run.visits(), mode);
    }
    assertAgreement(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode=timed line=shared timeout=2ms rooms=2 patience=fixed:10ms persons=60",
        "mode=semaphore rooms=2 patience=exponential:5ms arrivals=poisson:2000/s visits=500",
        "mode=queue rooms=2 limit=6 arrivals=poisson:2000/s visits=500",
        "mode=reentrant rooms=1 arrivals=constant:1000/s duration=200ms",
      })
  void visitsThatDoNotGoWellAreKeptToo(String settings) throws Exception {
    Run run = run(settings + " hold=fixed:3ms");
    Timelines.assertExclusive(run.visits(), settings);
    assertAgreement(run);
    VisitCounts counts = run.result().visits();
    assertThat(counts.abandoned() + counts.turnedAway() + counts.censored()).isPositive();
  }

  /** All visits of a run without a warm-up are there, and agree with what was counted apart. */
  private static void assertAgreement(Run run) {
    VisitCounts counts = run.result().visits();
    List<VisitRecord> completed = Timelines.only(VisitOutcome.COMPLETED, run.visits());
    List<VisitRecord> abandoned = Timelines.only(VisitOutcome.ABANDONED, run.visits());
    assertThat(completed).hasSize((int) counts.completed());
    assertThat(abandoned).hasSize((int) counts.abandoned());
    assertThat(Timelines.only(VisitOutcome.CENSORED, run.visits()))
        .hasSize((int) counts.censored());
    assertThat(Timelines.only(VisitOutcome.TURNED_AWAY, run.visits()))
        .hasSize((int) counts.turnedAway());
    assertThat(sum(run.visits(), VisitRecord::refusals)).isEqualTo(counts.refusals());
    Histograms all = run.histograms();
    assertSum(completed, visit -> Timelines.entered(visit) - visit.intendedNanos(), all.wait);
    assertSum(completed, visit -> Timelines.left(visit) - Timelines.entered(visit), all.hold);
    assertSum(abandoned, visit -> Timelines.left(visit) - visit.intendedNanos(), all.abandonedWait);
  }

  private static void assertSum(
      List<VisitRecord> visits, ToLongFunction<VisitRecord> nanos, Histogram recorded) {
    assertThat((double) sum(visits, nanos))
        .isCloseTo(Histograms.sumNanos(recorded), withinPercentage(0.1));
  }

  private static long sum(List<VisitRecord> visits, ToLongFunction<VisitRecord> value) {
    return visits.stream().mapToLong(value).sum();
  }

  @Test
  void moreThanAreKeptAreTheFirstWithTheWarmUp() throws Exception {
    Run run = run("mode=semaphore persons=1200 rooms=64 visits=10 hold=fixed:0s warmup=10%");
    assertThat(run.result().visits().completed() + run.result().visits().warmup())
        .isEqualTo(12_000);
    assertThat(run.visits())
        .hasSize(FirstVisits.MOST)
        .anyMatch(visit -> visit.visit() == 0)
        .isSortedAccordingTo((one, other) -> Long.compare(entered(one), entered(other)));
    Timelines.assertExclusive(run.visits(), "capped");
  }

  private static long entered(VisitRecord visit) {
    return Timelines.entered(visit);
  }

  /** The notebook's fourth scene, ten times as fast. */
  @Test
  void thePersonThatIsRefusedAgainAndAgainShowsIt() throws Exception {
    Run run =
        run("mode=timed line=per-room persons=2 rooms=1 timeout=50ms hold=fixed:500ms carriers=2");
    assertThat(run.visits()).hasSize(2);
    assertThat(run.visits().getFirst().refusals()).isZero();
    assertThat(run.visits().getLast().refusals()).isBetween(4L, 10L);
  }

  @Test
  void aRunThatIsStuckTellsWhoIsInTheRoom() throws Exception {
    Run run = run("mode=try-spin persons=20 rooms=1 hold=fixed:5ms stuck-after=300ms");
    Files.delete(run.attachments().get("threads.json"));
    assertThat(Timelines.only(VisitOutcome.CENSORED, run.visits()))
        .hasSize((int) run.result().visits().censored())
        .anyMatch(visit -> visit.room() != null);
  }
}
