package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.measure.Timelines;
import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteppedRunTest {
  private static final long MILLI = 1_000_000;

  @Test
  void everyVisitIsKnownToTheNanosecond() {
    RunResult result =
        SteppedRun.of("mode=semaphore-fair persons=3 rooms=1 hold=fixed:10ms").run().result();
    Run run = SteppedRun.of("mode=semaphore-fair persons=3 rooms=1 hold=fixed:10ms").run();
    assertThat(run.visits())
        .containsExactly(
            visit(0, 0, 10 * MILLI),
            visit(1, 10 * MILLI, 20 * MILLI),
            visit(2, 20 * MILLI, 30 * MILLI));
    assertThat(run.result()).isEqualTo(result);
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.windowNanos()).isEqualTo(30 * MILLI);
    assertThat(result.cpu().nanos()).isEqualTo(45 * MILLI);
  }

  private static VisitRecord visit(int person, long enteredNanos, long leftNanos) {
    return Timelines.visit(person, 0, 0, 0, enteredNanos, leftNanos, VisitOutcome.COMPLETED, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode=semaphore-fair arrivals=poisson:100/s visits=1000",
        "mode=reentrant line=per-room choice=random arrivals=closed persons=20 think=fixed:30ms"
            + " duration=5s",
        "mode=try-backoff arrivals=poisson:150/s duration=5s patience=exponential:50ms",
      })
  void theSameSeedGivesTheSameRunTwice(String settings) {
    String scenario = settings + " rooms=2 hold=exponential:20ms seed=3";
    Run one = SteppedRun.of(scenario).run();
    Run other = SteppedRun.of(scenario).run();
    assertThat(one.visits()).hasSizeGreaterThan(100).isEqualTo(other.visits());
    assertThat(one.result()).isEqualTo(other.result());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=timed", "mode=semaphore patience=fixed:1s"})
  void aLockWithATimeoutIsRefused(String settings) {
    assertThatThrownBy(() -> SteppedRun.of("persons=2 " + settings))
        .hasMessageContaining("a lock with a timeout can't be stepped");
  }
}
