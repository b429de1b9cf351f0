package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.LockingModes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every micro benchmark runs, for every locking mode there is; the figures are not judged here. */
@Timeout(120)
class MicroBenchmarkTest {
  @Test
  void everyPartIsMeasuredInNanoseconds() throws Exception {
    List<Finding> findings = new MicroBenchmark().measure(Size.TINY);
    assertThat(findings)
        .extracting(Finding::what)
        .contains(
            "Recorder.visitRecorder",
            "Recorder.fourRecordersOfTwoThreads",
            "BareLock.semaphore, fair true",
            "Kernel.calendar",
            "Kernel.recursion",
            "Draw.exponentialOfSchedule",
            "Draw.roomOfGenerator")
        .containsAll(
            LockingModes.traits().stream().map(mode -> "Room.visit, mode " + mode.name()).toList());
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding).isInstanceOf(Finding.Counted.class);
              Finding.Counted counted = (Finding.Counted) finding;
              assertThat(counted.unit()).isEqualTo("ns");
              assertThat(counted.values())
                  .hasSize(1)
                  .allSatisfy(nanos -> assertThat(nanos).isPositive());
            });
  }
}
