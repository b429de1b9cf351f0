package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.histogram;
import static io.anteroom.run.engine.Millis.latency;
import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.VisitCounts;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The measured part of a run and the figures that are taken over it, each worked out by hand: the
 * simulator asks the same class for its ends, so agreeing with it is not enough.
 */
class MeasuredPartTest {
  /** Arrivals at 0, 10, 20 ms and so on; one leaves at 15, 30, 45 ms and so on. */
  private static final String OVERLOAD =
      "mode=semaphore-fair arrivals=constant:100/s rooms=1 hold=fixed:15ms ";

  private static RunResult result(String settings) {
    return SteppedRun.of(settings).run().result();
  }

  private static void assertWindow(RunResult result, double startMillis, double endMillis) {
    assertThat(result.windowStartNanos()).isEqualTo(ms(startMillis));
    assertThat(result.windowNanos()).isEqualTo(ms(endMillis) - ms(startMillis));
  }

  /**
   * @param left how many visits left their room after the start, up to the end
   */
  @ParameterizedTest
  @CsvSource({
    // bounded by time
    "duration=1s, 0, 1000, 100, 0, 66, 100",
    "duration=1s warmup=20%, 200, 1000, 80, 20, 53, 80",
    "duration=1s warmup=250ms, 250, 1000, 75, 25, 50, 75",
    "duration=1s warmup=80%, 800, 1000, 20, 80, 13, 20",
    // bounded by visits: the last of them is at the very end, and so not before it
    "visits=100, 0, 990, 100, 0, 66, 99",
    "visits=100 warmup=20%, 200, 990, 80, 20, 53, 79",
    "visits=100 warmup=250ms, 250, 990, 75, 25, 50, 74",
    "visits=100 warmup=29%, 290, 990, 71, 29, 47, 70",
    // by both
    "visits=50 duration=1s warmup=20%, 200, 490, 30, 20, 19, 29",
    "visits=500 duration=1s warmup=20%, 200, 1000, 80, 20, 53, 80",
  })
  void ofAnOpenModel(
      String bounds,
      double start,
      double end,
      long completed,
      long warmup,
      long left,
      long offered) {
    RunResult result = result(OVERLOAD + bounds);
    assertWindow(result, start, end);
    assertThat(result.visits()).isEqualTo(counts(completed, warmup, 0));
    double seconds = (end - start) / 1e3;
    assertThat(result.throughputPerSecond()).isCloseTo(left / seconds, within(1e-9));
    assertThat(result.achievedPerSecond()).isCloseTo(left / seconds, within(1e-9));
    assertThat(result.offeredPerSecond()).isCloseTo(offered / seconds, within(1e-9));
    assertThat(result.utilisation()).isCloseTo(1, within(1e-12));
    assertThat(result.fairness().persons()).isEqualTo(completed);
  }

  private static VisitCounts counts(long completed, long warmup, long cooldown) {
    return new VisitCounts(completed, 0, 0, 0, warmup, cooldown, completed, 0, 0);
  }

  @Test
  void visitsAreFollowedToTheirEndHoweverLongAfterIt() {
    Run run = SteppedRun.of(OVERLOAD + "visits=10 warmup=70%").run();
    // The last three come at 70, 80 and 90 ms and enter at 105, 120 and 135 ms.
    assertThat(run.histograms().wait).isEqualTo(histogram(35, 40, 45));
    assertThat(run.histograms().hold).isEqualTo(histogram(15, 15, 15));
    assertThat(run.histograms().response).isEqualTo(histogram(50, 55, 60));
  }

  /** Two persons think for 10 ms; their holds are told in the order in which they enter. */
  private static SteppedRun thinking(String settings, double... holdMillis) {
    Deque<Double> holds = new ArrayDeque<>(Arrays.stream(holdMillis).boxed().toList());
    return SteppedRun.of(
            "mode=semaphore-fair arrivals=closed persons=2 think=fixed:10ms rooms=2 " + settings)
        .with((run, unused) -> run.sleep(ms(holds.removeFirst())));
  }

  /**
   * One begins visits at 10, 25, 40 and 55 ms and leaves at 15, 30, 45 and 60 ms, and has then made
   * all of them; the other begins at 10, 26, 43 and 62 ms, and leaves at 16, 33, 52 and 65 ms.
   */
  @Test
  void ofAClosedModelEndsWhenTheFirstPersonHasMadeAllItsVisits() {
    RunResult result = thinking("visits=4 warmup=25%", 5, 6, 5, 7, 5, 9, 5, 3).run().result();
    assertWindow(result, 25, 60);
    assertThat(result.visits()).isEqualTo(counts(5, 2, 1));
    assertThat(result.throughputPerSecond()).isCloseTo(5 / 0.035, within(1e-9));
    assertThat(result.offeredPerSecond()).isEqualTo(result.throughputPerSecond());
    assertThat(result.utilisation()).isCloseTo((15 + 7 + 9) / 70.0, within(1e-12));
    assertThat(result.hold()).isEqualTo(latency(5, 5, 5, 7, 9));
  }

  /** As above, but nobody begins a visit after 50 ms. */
  @Test
  void ofAClosedModelBoundedByTimeEndsWithThatTime() {
    RunResult result = thinking("duration=50ms warmup=40%", 5, 6, 5, 7, 5, 9).run().result();
    assertWindow(result, 20, 50);
    assertThat(result.visits()).isEqualTo(counts(4, 2, 0));
    assertThat(result.throughputPerSecond()).isCloseTo(3 / 0.03, within(1e-9));
    assertThat(result.utilisation()).isCloseTo((5 + 7 + 5 + 7) / 60.0, within(1e-12));
  }

  /** The next visits would begin at 55 and 62 ms, so all have gone at 52 ms. */
  @Test
  void lastsAsLongAsTheDurationThoughAllHaveGoneBefore() {
    RunResult result = thinking("duration=54ms", 5, 6, 5, 7, 5, 9).run().result();
    assertWindow(result, 0, 54);
    assertThat(result.throughputPerSecond()).isCloseTo(6 / 0.054, within(1e-9));
    assertWindow(
        result(
            "mode=semaphore-fair arrivals=constant:10/s rooms=1 hold=fixed:5ms"
                + " duration=250ms"),
        0,
        250);
  }

  /** Three are served in turns: they leave at 10, 20, 30 ms and so on, up to 60 ms. */
  @Test
  void ofACrowdLastsUntilTheLastPersonLeaves() {
    RunResult result =
        result("mode=semaphore-fair persons=3 rooms=1 hold=fixed:10ms visits=2 warmup=50%");
    assertWindow(result, 10, 60);
    assertThat(result.visits()).isEqualTo(counts(3, 3, 0));
    assertThat(result.throughputPerSecond()).isCloseTo(5 / 0.05, within(1e-9));
    assertThat(result.utilisation()).isCloseTo(1, within(1e-12));
    assertThat(result.waits()).isEqualTo(latency(20, 20, 20));
  }

  @Test
  void ofACrowdBoundedByTimeEndsWithThatTime() {
    RunResult result =
        result("mode=semaphore-fair persons=2 rooms=1 hold=fixed:10ms duration=35ms warmup=20%");
    assertWindow(result, 7, 35);
    assertThat(result.visits()).isEqualTo(counts(3, 2, 0));
    assertThat(result.throughputPerSecond()).isCloseTo(3 / 0.028, within(1e-9));
    assertThat(result.utilisation()).isCloseTo(1, within(1e-12));
  }

  /**
   * Arrivals every 10 ms, a hold of 25 ms, at most two present: 0, 1, 3, 5 and 8 get in, at 0, 25,
   * 50, 75 and 100 ms.
   */
  @ParameterizedTest
  @CsvSource({"0%, 5, 5, 0", "30%, 3, 4, 3", "60%, 1, 3, 6"})
  void arrivalsTurnedAwayCountWhereTheyAreIntended(
      String warmup, long completed, long turnedAway, long leftOut) {
    RunResult result =
        result(
            "mode=semaphore-fair arrivals=constant:100/s rooms=1 hold=fixed:25ms limit=2 visits=10"
                + " warmup="
                + warmup);
    assertThat(result.visits())
        .isEqualTo(new VisitCounts(completed, 0, 0, turnedAway, leftOut, 0, completed, 0, 0));
    assertThat(result.offeredPerSecond()).isCloseTo(100, within(1e-9));
  }

  /** It tries at 0, 10, 20 and 25 ms, and then gives up. */
  @Test
  void whoGivesUpIsCountedApartWithItsAttempts() {
    Run run =
        SteppedRun.of(
                "mode=try-park retry=fixed:10ms patience=fixed:25ms persons=2 rooms=1"
                    + " hold=fixed:100ms")
            .run();
    RunResult result = run.result();
    assertThat(result.visits()).isEqualTo(new VisitCounts(1, 1, 0, 0, 0, 0, 5, 4, 0));
    assertThat(run.histograms().abandonedWait).isEqualTo(histogram(25));
    assertThat(result.waits()).isEqualTo(latency(0));
    assertWindow(result, 0, 100);
    assertThat(result.throughputPerSecond()).isCloseTo(10, within(1e-9));
    assertThat(result.achievedPerSecond()).isCloseTo(20, within(1e-9));
  }

  @Test
  void isEmptyWhereTheRunDoesNotReachIt() {
    RunResult result = result(OVERLOAD + "visits=10 warmup=500ms");
    assertThat(result.windowNanos()).isZero();
    assertThat(result.visits()).isEqualTo(counts(0, 10, 0));
    assertThat(
            List.of(
                result.throughputPerSecond(),
                result.achievedPerSecond(),
                result.offeredPerSecond(),
                result.utilisation()))
        .containsOnly(0.0);
  }
}
