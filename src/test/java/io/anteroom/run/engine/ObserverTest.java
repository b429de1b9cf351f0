package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.histogram;
import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Check.Verdict;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Interval;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the observer sees of a run: the course of time, and the rooms that were really in use. */
class ObserverTest {
  /** Four persons stay for 1.5 s each, one after the other. */
  private static Run turns(String settings) {
    return SteppedRun.of("mode=semaphore-fair persons=4 rooms=1 hold=fixed:1500ms" + settings)
        .run();
  }

  @Test
  void anIntervalIsASecondAndTheLastOneEndsWithTheRun() {
    assertThat(turns("").result().intervals())
        .extracting(Interval::startSeconds)
        .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
    List<Interval> cut = turns(" duration=2250ms").result().intervals();
    assertThat(cut).extracting(Interval::endSeconds).containsExactly(1.0, 2.0, 3.0, 4.0, 4.5);
  }

  @Test
  void whatHappenedInAnIntervalIsCountedThere() {
    List<Interval> intervals = turns("").result().intervals();
    assertThat(intervals).extracting(Interval::completed).containsExactly(0L, 1L, 1L, 0L, 1L, 1L);
    double[] waiting = {3, 2.5, 2, 1, 0.5, 0};
    for (int second = 0; second < waiting.length; second++) {
      assertThat(intervals.get(second).waiting()).isCloseTo(waiting[second], within(0.02));
      assertThat(intervals.get(second).occupied()).isCloseTo(1, within(0.01));
    }
    // Those who leave at 1.5, 3, 4.5 and 6 s have waited for 0, 1.5, 3 and 4.5 s.
    assertThat(intervals.get(2).waitP50Nanos()).isEqualTo(histogram(1_500).getMaxValue());
    assertThat(intervals.get(4).waitP99Nanos()).isEqualTo(histogram(3_000).getMaxValue());
    assertThat(intervals.get(5).waitMaxNanos()).isEqualTo(histogram(4_500).getMaxValue());
  }

  /** They come every 10 ms, one stays for 15 ms, and whoever has waited for 25 ms gives up. */
  @Test
  void whoGivesUpHasNotCompletedAVisit() {
    RunResult result =
        SteppedRun.of(
                "mode=try-park retry=fixed:1ms patience=fixed:25ms arrivals=constant:100/s rooms=1"
                    + " hold=fixed:15ms duration=3s")
            .run()
            .result();
    assertThat(result.visits().abandoned()).isPositive();
    assertThat(result.intervals().stream().mapToLong(Interval::completed).sum())
        .isEqualTo(result.visits().completed());
  }

  @Test
  void theHistogramsOfTheIntervalsAddUpToTheWhole() {
    Run run = turns(" warmup=1s visits=2");
    List<IntervalRecord> records = run.intervals();
    assertThat(records).hasSize(run.result().intervals().size());
    assertThat(
            records.stream()
                .mapToLong(record -> record.histogram(DurationKind.WAIT).getTotalCount())
                .sum())
        .isEqualTo(run.histograms().wait.getTotalCount());
  }

  @ParameterizedTest
  @CsvSource({
    // Six persons in two rooms, three after three; nobody waits while the last two are inside.
    "rooms=2 persons=6 hold=fixed:1s, 2",
    "rooms=3 persons=6 hold=fixed:1s, 3",
    "rooms=3 persons=3 hold=fixed:1s,",
    // Somebody waits for the first second only, which is left out.
    "rooms=3 persons=6 hold=fixed:1s warmup=1001ms,",
  })
  void theRoomsInUseAreThoseOccupiedWhilePersonsWaited(String settings, Long rooms) {
    RunResult result = SteppedRun.of("mode=semaphore-fair " + settings).run().result();
    assertThat(result.pinning().effectiveRooms()).isEqualTo(rooms);
  }

  /**
   * The first room of three has a line for two seconds, in all but the first 200 ms of which the
   * others are empty.
   */
  @Test
  void theRoomsInUseAreThoseOfTheBusyTimes() {
    Deque<Double> holds =
        new ArrayDeque<>(List.of(1_000.0, 100.0, 100.0, 100.0, 100.0, 1_000.0, 1_000.0));
    RunResult result =
        SteppedRun.of("mode=reentrant-fair line=per-room choice=sticky persons=7 rooms=3")
            .with((run, unused) -> run.sleep(ms(holds.removeFirst())))
            .run()
            .result();
    assertThat(result.windowNanos()).isEqualTo(ms(3_000));
    assertThat(result.pinning().effectiveRooms()).isEqualTo(3);
  }

  /** Samples taken a hundred times a second would all meet the same phase of such a load. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals=constant:100/s hold=fixed:15ms",
        "arrivals=constant:100/s hold=fixed:5ms",
        "arrivals=constant:50/s hold=fixed:25ms",
        "arrivals=constant:200/s hold=fixed:6ms",
        "arrivals=constant:1000/s hold=fixed:1500us",
        "arrivals=constant:20/s hold=fixed:60ms",
        "arrivals=closed persons=3 think=fixed:4ms hold=fixed:6ms",
      })
  void aLoadInStepWithTheClockIsSeenAsItIs(String settings) {
    RunResult result =
        SteppedRun.of("mode=semaphore-fair rooms=2 duration=10s " + settings).run().result();
    assertThat(result.checks())
        .filteredOn(check -> check.verdict() == Verdict.FAILED)
        .as(result.explanation())
        .isEmpty();
    assertThat(result.checks())
        .filteredOn(check -> check.name().equals("utilisation"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.verdict()).isEqualTo(Verdict.PASSED);
              assertThat(check.measured())
                  .isCloseTo(check.expected(), Assertions.withinPercentage(2));
            });
  }

  @Test
  void veryManyRoomsAreLookedIntoRarer() {
    RunResult result =
        SteppedRun.of("mode=semaphore-fair rooms=1000000 persons=1 hold=fixed:2s").run().result();
    assertThat(result.checks())
        .filteredOn(check -> check.name().equals("utilisation"))
        .singleElement()
        .satisfies(check -> assertThat(check.reason()).contains("samples of 200"));
    assertThat(result.windowNanos()).isEqualTo(ms(2_000));
  }
}
