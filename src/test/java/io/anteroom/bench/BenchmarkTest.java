package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the benchmarks tiny, so that they can't rot; their figures are not judged here. */
@Timeout(60)
class BenchmarkTest {
  @Test
  void theEngineAndTheBareLoopDoTheSameWork() throws Exception {
    Ratio ratio = EngineAgainstBareLoop.compare("tiny", new Work(20, 2, 5, 1_000), 2);
    assertThat(ratio.pairs()).hasSize(2);
    assertThat(ratio.toString()).contains("tiny", "2 pairs");
  }

  @Test
  void aFlightRecordingIsComparedWithNone() throws Exception {
    Ratio ratio = FlightOverhead.compare("contention", new Work(20, 2, 5, 1_000), 1);
    assertThat(ratio.pairs()).hasSize(1);
  }
}
