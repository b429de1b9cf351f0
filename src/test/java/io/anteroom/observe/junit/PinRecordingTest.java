package io.anteroom.observe.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** One recording for all tests, and to each its own events. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PinRecordingTest {
  private static final Set<Long> STARTED = ConcurrentHashMap.newKeySet();

  @NoPinning
  static class Fifty {
    @RepeatedTest(50)
    void test(RepetitionInfo repetition) throws Exception {
      assertThat(ours()).isNotEmpty();
      if (repetition.getCurrentRepetition() % 10 == 0) {
        Pins.parkInInitialiser();
      }
    }
  }

  private static List<Recording> ours() {
    return FlightRecorder.getFlightRecorder().getRecordings().stream()
        .filter(recording -> recording.getName().equals(PinRecording.NAME))
        .toList();
  }

  @Test
  void fiftyTestsShareOneRecording() {
    FlightRecorderListener listener =
        new FlightRecorderListener() {
          @Override
          public void recordingStateChanged(Recording recording) {
            if (recording.getState() == RecordingState.RUNNING) {
              STARTED.add(recording.getId());
            }
          }
        };
    int before = ours().size();
    FlightRecorder.addListener(listener);
    try {
      TestRun run = TestRun.of(Fifty.class);
      assertThat(run.passed()).isEqualTo(45);
      assertThat(run.failed()).isEqualTo(5);
      assertThat(STARTED).hasSize(1);
      assertThat(ours()).hasSize(before);
    } finally {
      FlightRecorder.removeListener(listener);
    }
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class OneAfterTheOther {
    @Test
    @Order(1)
    @NoPinning
    void pins() throws Exception {
      Pins.parkInInitialiser();
    }

    @Test
    @Order(2)
    @NoPinning
    void doesNot() throws Exception {
      Pins.sleepPlainly();
    }

    @Test
    @Order(3)
    void pinsUnmarked() throws Exception {
      Pins.parkInInitialiser();
    }

    @Test
    @Order(4)
    @NoPinning
    void doesNotEither() throws Exception {
      Pins.sleepPlainly();
    }

    @Test
    @Order(5)
    @NoPinning
    void pinsOnce() throws Exception {
      Pins.parkInInitialiser();
    }
  }

  @Test
  void whatAnEarlierTestDidIsNotChargedToALaterOne() {
    TestRun run = TestRun.of(OneAfterTheOther.class);
    assertThat(run.passed()).isEqualTo(3);
    assertThat(run.message("pins()")).contains("carriers once");
    assertThat(run.message("pinsOnce")).contains("carriers once");
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class StillBlocked {
    private static final CountDownLatch ENTERED = new CountDownLatch(1);
    private static final CountDownLatch LEAVE = new CountDownLatch(1);
    private static Thread person = Thread.ofVirtual().unstarted(Slow::touch);

    static final class Slow {
      static {
        ENTERED.countDown();
        Pins.awaitQuietly(LEAVE);
      }

      static void touch() {}
    }

    @Test
    @Order(1)
    @NoPinning
    void leavesAThreadBehind() throws Exception {
      person.start();
      ENTERED.await();
      while (person.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }

    @Test
    @Order(2)
    @NoPinning
    void seesItEnd() throws Exception {
      LEAVE.countDown();
      person.join();
    }
  }

  /** The JDK writes the event when the blocking ends, with the time at which it began. */
  @Test
  void aHoldIsChargedToTheTestInWhichItBegan() {
    TestRun run = TestRun.of(StillBlocked.class);
    assertThat(run.message("leavesAThreadBehind")).contains("Pins.awaitQuietly:", "still held by");
    assertThat(run.passed()).isEqualTo(1);
  }

  @NoPinning
  static class ManyChunks {
    @Test
    void outlastsSeveralChunks() throws Exception {
      Pins.parkInInitialiser();
      for (int round = 0; round < 3; round++) {
        try (Recording other = new Recording()) {
          other.start();
        }
      }
    }
  }

  @Test
  void chunksThatEndWithinATestAreKept() {
    assertThat(TestRun.of(ManyChunks.class).message("outlastsSeveralChunks"))
        .contains("carriers once");
  }

  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Disk {
    private static final long ENOUGH_BYTES = 1_000_000;

    @NoPinning
    @Order(1)
    @RepeatedTest(30)
    void test() {}

    @Test
    @Order(2)
    void theRepositoryIsSmall() throws Exception {
      assertThat(bytesIn(Path.of(System.getProperty("jdk.jfr.repository"))))
          .isLessThan(ENOUGH_BYTES);
    }

    private static long bytesIn(Path directory) throws IOException {
      try (Stream<Path> files = Files.walk(directory)) {
        return files.mapToLong(file -> file.toFile().length()).sum();
      }
    }
  }

  /** Thirty chunks would be more than three megabytes. */
  @Test
  void chunksAreDroppedOnceTheyWereRead() {
    TestRun run = TestRun.of(Disk.class);
    assertThat(run.allPassed()).isTrue();
    assertThat(run.passed()).isEqualTo(31);
  }

  @NoPinning
  static class Ended {
    @Test
    void endsTheRecording() {
      ours().stream().max(Comparator.comparingLong(Recording::getId)).orElseThrow().stop();
    }
  }

  @Test
  void aRecordingThatSomebodyElseEndedIsNoProof() {
    assertThat(TestRun.of(Ended.class).message("endsTheRecording"))
        .contains("'anteroom-junit' was ended by something else", "STOPPED");
  }

  @NoPinning
  static class BesideAnother {
    @Test
    void test() throws Exception {
      Pins.parkInInitialiser();
    }
  }

  @Test
  void anotherRecordingWithAThresholdHidesNothing() {
    try (Recording other = new Recording()) {
      other.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofHours(1));
      other.start();
      assertThat(TestRun.of(BesideAnother.class).message("test")).contains("carriers once");
    }
  }
}
