package io.anteroom.run.engine;

import static io.anteroom.run.engine.Millis.histogram;
import static io.anteroom.run.engine.Millis.latency;
import static io.anteroom.run.engine.Millis.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * A machine that is late must not make waits look shorter: they count from the intended arrival
 * (coordinated omission).
 */
class LateStartsTest {
  /** Arrivals every 10 ms; those at 30, 40 and 50 ms are let in when the machine wakes at 55 ms. */
  private static SteppedRun stalled(String settings) {
    return SteppedRun.of("mode=semaphore-fair arrivals=constant:100/s hold=fixed:1ms " + settings)
        .stallAt(ms(25), ms(30));
  }

  @Test
  void waitsCountFromTheIntendedArrivalAndNotFromTheLateStart() {
    Run run = stalled("rooms=3 visits=8").run();
    assertThat(run.visits())
        .extracting(VisitRecord::intendedNanos, VisitRecord::enteredNanos, VisitRecord::leftNanos)
        .containsExactly(
            tuple(ms(0), ms(0), ms(1)),
            tuple(ms(10), ms(10), ms(11)),
            tuple(ms(20), ms(20), ms(21)),
            tuple(ms(30), ms(55), ms(56)),
            tuple(ms(40), ms(55), ms(56)),
            tuple(ms(50), ms(55), ms(56)),
            tuple(ms(60), ms(60), ms(61)),
            tuple(ms(70), ms(70), ms(71)));
    assertThat(run.histograms().wait).isEqualTo(histogram(0, 0, 0, 25, 15, 5, 0, 0));
    assertThat(run.histograms().lateness).isEqualTo(run.histograms().wait);
    assertThat(run.histograms().uncorrectedWait).isEqualTo(histogram(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(run.histograms().response).isEqualTo(histogram(1, 1, 1, 26, 16, 6, 1, 1));
    assertThat(run.histograms().hold).isEqualTo(histogram(1, 1, 1, 1, 1, 1, 1, 1));
  }

  /** Three come at 55 ms instead of 30, 40 and 50 ms; in one room the third waits for two holds. */
  @Test
  void theUncorrectedWaitLeavesOutJustTheLateness() {
    RunResult result = stalled("rooms=1 visits=8").run().result();
    assertThat(result.waits()).isEqualTo(latency(0, 0, 0, 25, 16, 7, 0, 0));
    assertThat(result.uncorrectedWait()).isEqualTo(latency(0, 0, 0, 0, 1, 2, 0, 0));
    assertThat(result.lateness()).isEqualTo(latency(0, 0, 0, 25, 15, 5, 0, 0));
  }

  @Test
  void aPersonThatThinksTooLongIsLateBySomuch() {
    RunResult result =
        SteppedRun.of(
                "mode=semaphore-fair arrivals=closed persons=1 think=fixed:10ms rooms=1"
                    + " hold=fixed:5ms visits=4")
            .stallAt(ms(20), ms(8))
            .run()
            .result();
    // Intended at 10, 25, 43 and 58 ms; at 25 ms the machine stands still, until 28 ms.
    assertThat(result.lateness()).isEqualTo(latency(0, 3, 0, 0));
    assertThat(result.waits()).isEqualTo(latency(0, 3, 0, 0));
    assertThat(result.uncorrectedWait()).isEqualTo(latency(0, 0, 0, 0));
  }

  /** Whatever the engine does between two visits takes time, which is no part of thinking. */
  @Test
  void aPersonThinksFromTheMomentAtWhichItLeft() {
    SteppedRun run =
        SteppedRun.of(
            "mode=semaphore-fair arrivals=closed persons=1 think=fixed:10ms rooms=1"
                + " hold=fixed:5ms visits=9");
    run.host.stepper.takeForReading(100);
    List<VisitRecord> visits = run.run().visits();
    for (int visit = 1; visit < 9; visit++) {
      assertThat(visits.get(visit).intendedNanos())
          .isEqualTo(Objects.requireNonNull(visits.get(visit - 1).leftNanos()) + ms(10));
    }
  }

  @Test
  void aPersonThatComesBackAtOnceIsIntendedAtTheMomentAtWhichItLeft() {
    SteppedRun run = SteppedRun.of("mode=semaphore-fair persons=1 rooms=1 hold=fixed:5ms visits=9");
    run.host.stepper.takeForReading(100);
    List<VisitRecord> visits = run.run().visits();
    for (int visit = 1; visit < 9; visit++) {
      assertThat(visits.get(visit).intendedNanos()).isEqualTo(visits.get(visit - 1).leftNanos());
    }
  }

  /** Due at 30, 40 and 50 ms with a patience of 20 ms; that of the first is over at 55 ms. */
  @Test
  void patienceRunsFromTheIntendedArrival() {
    Run run =
        SteppedRun.of(
                "mode=try-park retry=fixed:1ms patience=fixed:20ms arrivals=constant:100/s rooms=1"
                    + " hold=fixed:1s visits=6")
            .stallAt(ms(25), ms(30))
            .run();
    // Those of 10 and 20 ms wake when the machine does, too.
    assertThat(run.histograms().abandonedWait).isEqualTo(histogram(45, 35, 25, 20, 20));
  }

  /** The first of a crowd keeps the carrier for 7 ms before the others get to run at all. */
  @Test
  void ofACrowdTheUncorrectedWaitBeginsWhenAThreadGetsToRun() {
    RunResult result =
        SteppedRun.of("mode=semaphore-fair persons=3 rooms=1 hold=fixed:7ms")
            .with((run, holdNanos) -> run.host.stepper.stall(holdNanos))
            .run()
            .result();
    assertThat(result.waits()).isEqualTo(latency(0, 7, 14));
    assertThat(result.uncorrectedWait()).isEqualTo(latency(0, 0, 0));
    assertThat(result.lateness()).isEqualTo(latency(0, 0, 0));
  }

  @Test
  void aRunWhosePersonsComeMuchTooLateIsSaturated() {
    // The last one is due at 990 ms; 1% of the run is 9.9 ms.
    String settings = "rooms=9 visits=100";
    RunResult late = stalled(settings).stallAt(ms(980.5), ms(20)).run().result();
    assertThat(late.outcome()).isEqualTo(Outcome.SATURATED);
    assertThat(late.explanation()).contains("The last person was let in 10.5 ms late");
    RunResult inTime = stalled(settings).stallAt(ms(980.5), ms(19)).run().result();
    assertThat(inTime.outcome()).as(inTime.explanation()).isEqualTo(Outcome.COMPLETED);
  }
}
