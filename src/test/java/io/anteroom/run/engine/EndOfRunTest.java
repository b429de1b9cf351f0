package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.latency;
import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Check;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a run is over, and what becomes of those whom it cuts short. */
class EndOfRunTest {
  private static Check check(RunResult result, String name) {
    return result.checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** When the run was over, to the nanosecond. */
  private static double endMillis(SteppedRun run) {
    return run.host.stepper.elapsedNanos() / 1e6;
  }

  /** Nobody leaves before the end, so the run lasts as long as it may. */
  @ParameterizedTest
  @CsvSource({
    "arrivals=constant:100/s duration=330ms, 660",
    "arrivals=constant:100/s duration=330ms visits=9, 660",
    "persons=9 duration=330ms, 660",
    "arrivals=closed think=fixed:1ms persons=9 duration=330ms, 660",
    // By visits, arrivals end with the last of them.
    "arrivals=constant:100/s visits=34 stuck-after=100ms, 660",
    "arrivals=constant:100/s visits=34 stuck-after=400ms, 730",
  })
  void thosePresentGetAsMuchTimeAgainAsArrivalsTook(String settings, double end) {
    SteppedRun run = SteppedRun.of("mode=semaphore-fair rooms=3 hold=fixed:1h " + settings);
    RunResult result = run.run().result();
    assertThat(endMillis(run)).isEqualTo(end);
    assertThat(result.visits().completed()).isZero();
    assertThat(result.visits().censored()).isPositive();
  }

  @Test
  void aRunIsOverAsSoonAsTheLastPersonHasLeft() {
    SteppedRun run =
        SteppedRun.of(
            "mode=semaphore-fair arrivals=constant:100/s duration=330ms rooms=3"
                + " hold=fixed:41ms");
    RunResult result = run.run().result();
    // The last arrival of 33 is at 320 ms; three at a time are served, each for 41 ms.
    assertThat(endMillis(run)).isEqualTo(Math.max(330, 20 + 11 * 41));
    assertThat(result.visits().completed()).isEqualTo(33);
    assertThat(result.visits().censored()).isZero();
    assertThat(result.cpu().nanos()).isEqualTo(ms(SteppedHost.BUSY * endMillis(run)));
    assertThat(result.cpu().nanosPerVisit())
        .isCloseTo(ms(SteppedHost.BUSY * endMillis(run)) / 33.0, within(1e-6));
  }

  @Test
  void theProcessorTimeIsThatOfAllVisitsThatWereMadeInIt() {
    RunResult result =
        SteppedRun.of("mode=semaphore-fair persons=1 rooms=1 hold=fixed:10ms visits=10 warmup=60%")
            .run()
            .result();
    assertThat(result.visits().completed()).isEqualTo(4);
    assertThat(result.cpu().nanos()).isEqualTo(ms(SteppedHost.BUSY * 100));
    assertThat(result.cpu().nanosPerVisit()).isEqualTo(SteppedHost.BUSY * ms(10));
    assertThat(result.cpu().busy())
        .hasSameSizeAs(result.intervals())
        .isNotEmpty()
        .allSatisfy(busy -> assertThat(busy).isCloseTo(SteppedHost.BUSY, within(1e-3)));
  }

  /**
   * Six arrive at 0, 1, 2 s and so on, to stay in two rooms for 7 s: the first two leave, the next
   * two enter at 7 and 8 s, and the last two still wait when the run is cut at 12 s.
   */
  @Test
  void visitsCutShortCountWithWhatTheyHadLastedSoFar() {
    SteppedRun stepped =
        SteppedRun.of(
            "mode=semaphore-fair arrivals=constant:1/s rooms=2 hold=fixed:7s duration=6s"
                + " warmup=2s");
    Run run = stepped.run();
    RunResult result = run.result();
    assertThat(endMillis(stepped)).isEqualTo(12_000);
    assertThat(result.visits()).isEqualTo(new VisitCounts(0, 0, 4, 0, 2, 0, 0, 0, 0));
    List<VisitRecord> cut = Timelines.only(VisitOutcome.CENSORED, run.visits());
    assertThat(cut)
        .extracting(VisitRecord::enteredNanos)
        .containsExactly(ms(7000), ms(8000), null, null);
    assertThat(result.waits()).isEqualTo(latency());
    // From 2 to 6 s both rooms are occupied, by visits that began before.
    assertThat(result.utilisation()).isCloseTo(1, within(1e-12));
    // Waits: 5 s each of those who entered, 8 and 7 s of those who did not; none before.
    assertThat(result.fairness().jain())
        .isCloseTo(25.0 * 25 / (4 * (25 + 25 + 64 + 49)), within(1e-12));
    // Of 12 s the rooms had persons for 7 + 7 + 5 + 4 s, the line for 25 s.
    assertThat(check(result, "utilisation").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(check(result, "utilisation").expected()).isCloseTo(23.0 / 12, within(5e-3));
    assertThat(check(result, "utilisation").measured()).isCloseTo(23.0 / 12, within(0.01));
    assertThat(check(result, "littles-law").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(check(result, "littles-law").expected()).isCloseTo(25.0 / 12, within(5e-3));
    assertThat(check(result, "littles-law").measured()).isCloseTo(25.0 / 12, within(0.01));
    assertThat(check(result, "counts").expected()).isEqualTo(2);
  }

  /** Tries at 0, 10, 20 ms and so on; the first hold is cut at 60 ms, before the attempt then. */
  @Test
  void attemptsOfVisitsCutShortCountToo() {
    RunResult result =
        SteppedRun.of(
                "mode=try-park retry=fixed:10ms persons=2 rooms=1 hold=fixed:1h duration=30ms")
            .run()
            .result();
    assertThat(result.visits()).isEqualTo(new VisitCounts(0, 0, 2, 0, 0, 0, 6, 6, 0));
  }

  @Test
  void anInterruptedRunKeepsWhatHadHappenedByThen() {
    SteppedRun run =
        SteppedRun.of(
            "mode=semaphore-fair arrivals=constant:100/s rooms=1 hold=fixed:15ms visits=99");
    Run ended = run.at(ms(100), () -> run.engine().interrupt()).run();
    RunResult result = ended.result();
    assertThat(endMillis(run)).isEqualTo(100);
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.explanation()).contains("Stopped on request after 0.1 s");
    assertThat(result.windowStartNanos()).isZero();
    assertThat(result.windowNanos()).isEqualTo(ms(100));
    // Who was to come at 100 ms has not; left at 15, 30, 45, 60, 75 and 90 ms.
    assertThat(result.visits()).isEqualTo(new VisitCounts(6, 0, 4, 0, 0, 0, 6, 0, 0));
    assertThat(result.waits()).isEqualTo(latency(0, 5, 10, 15, 20, 25));
    assertThat(result.throughputPerSecond()).isCloseTo(60, within(1e-9));
    assertThat(result.offeredPerSecond()).isCloseTo(100, within(1e-9));
    assertThat(result.utilisation()).isCloseTo(1, within(1e-12));
    assertThat(Timelines.only(VisitOutcome.CENSORED, ended.visits()))
        .extracting(VisitRecord::intendedNanos)
        .containsExactly(ms(60), ms(70), ms(80), ms(90));
  }

  @Test
  void aRunInterruptedBeforeItBeginsLetsNobodyIn() {
    SteppedRun run = SteppedRun.of("mode=semaphore-fair persons=9 rooms=1 hold=fixed:15ms");
    run.engine().interrupt();
    RunResult result = run.run().result();
    assertThat(endMillis(run)).isZero();
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.visits()).isEqualTo(new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  /** From 35 ms on no person gets a carrier; the run is interrupted at 50 ms. */
  @Test
  void thoseWhoCanNotBeFreedAreGivenFiveSecondsAndThenLeftBehind() {
    SteppedRun run =
        SteppedRun.of("mode=semaphore-fair persons=4 rooms=1 hold=fixed:15ms visits=2");
    run.at(ms(35), run.host.persons::hold).at(ms(50), () -> run.engine().interrupt());
    RunResult result = run.run().result();
    assertThat(endMillis(run)).isBetween(5_000.0, 6_200.0);
    assertThat(result.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(result.visits()).isEqualTo(new VisitCounts(2, 0, 4, 0, 0, 0, 2, 0, 0));
    assertThat(result.windowNanos()).isEqualTo(ms(50));
    // 15 + 15 + 20 of 50 ms, though nobody could tell.
    assertThat(result.utilisation()).isCloseTo(1, within(1e-12));
    assertThat(check(result, "counts").verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(check(result, "littles-law").verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(check(result, "utilisation").verdict()).isEqualTo(Verdict.NOT_JUDGED);
    assertThat(check(result, "rooms-left").verdict()).isEqualTo(Verdict.NOT_JUDGED);
  }
}
