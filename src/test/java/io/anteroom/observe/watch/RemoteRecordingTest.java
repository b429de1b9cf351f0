package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long the recording of a watch goes on if nobody stops it; in this JVM. */
class RemoteRecordingTest {
  private static final long SECOND = 1_000_000_000;

  @TempDir private Path out;

  private static Duration duration() {
    List<Recording> ours =
        FlightRecorder.getFlightRecorder().getRecordings().stream()
            .filter(recording -> recording.getName().equals("anteroom-watch"))
            .toList();
    assertThat(ours).hasSize(1);
    return Objects.requireNonNull(ours.getFirst().getDuration());
  }

  @Test
  void theLastLookHasTwoMinutesHoweverFreshTheLeaseIs() throws Exception {
    Path file = out.resolve("watch.jfr");
    RemoteRecording recording =
        RemoteRecording.start(
            ManagementFactory.getPlatformMBeanServer(),
            new Target(1, 25, "25", "VM", "Main"),
            WatchPlan.of(1, "pinning", DumpChoice.NEVER).configuration(),
            file);
    try {
      assertThat(duration()).hasSeconds(30);
      recording.keepGoing(10 * SECOND);
      assertThat(duration()).hasSeconds(40);
      recording.keepGoing(11 * SECOND);
      assertThat(duration()).as("still fresh").hasSeconds(40);
      recording.keepForLastLook(11 * SECOND);
      assertThat(duration()).hasSeconds(131);
    } finally {
      recording.stop(file);
    }
    assertThat(file).isNotEmptyFile();
  }
}
