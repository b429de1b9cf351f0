package io.anteroom.observe.junit;

import io.anteroom.measure.flight.CarrierHolds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * The recording that all tests of a run share, read once after each of them: see ADR 4. Safe for
 * all threads: one lock guards the count of open windows; the recording has its own.
 *
 * <p>{@link Recording#copy} makes the JVM finish its chunk, so that every event that was committed
 * before is in the copy, and nothing has to wait for the flush of a stream. Chunks are dropped as
 * soon as no test needs them: an age limit of a moment holds while no window is open.
 */
final class PinRecording implements AutoCloseable {
  static final String NAME = "anteroom-junit";

  private static final Duration A_MOMENT = Duration.ofNanos(1);

  private final Recording recording;
  private final UnendedHolds unended = new UnendedHolds();
  private int openWindows;

  private PinRecording(Recording recording) {
    this.recording = recording;
  }

  /**
   * Records from now on; the first time in a JVM that costs a few hundred milliseconds.
   *
   * @throws UnobservableException if the recorder refuses
   */
  static PinRecording start() {
    try {
      Recording recording = new Recording();
      recording.setName(NAME);
      recording.setMaxAge(A_MOMENT);
      for (String name : CarrierHolds.ofThisJdk().eventNames()) {
        recording.enable(name).withThreshold(Duration.ZERO).withStackTrace();
      }
      recording.enable(TestEvent.class).withThreshold(Duration.ZERO);
      recording.enable(PinEvidence.DATA_LOSS);
      recording.start();
      return new PinRecording(recording);
    } catch (IllegalStateException refused) {
      throw new UnobservableException(
          "Java Flight Recorder does not start: " + refused.getMessage(), refused);
    }
  }

  /** Holds that have not ended. */
  UnendedHolds unended() {
    return unended;
  }

  /** The test begins now. */
  void open(TestEvent window) {
    synchronized (this) {
      if (openWindows == 0) {
        recording.setMaxAge(null);
      }
      openWindows++;
    }
    window.begin();
  }

  /**
   * The test ends now: what was recorded of it.
   *
   * @throws UnobservableException if somebody else ended the recording, or it can't be read
   */
  PinEvidence close(TestEvent window, Duration threshold) {
    window.commit();
    try {
      Path file = Files.createTempFile("anteroom-test", ".jfr");
      try {
        copyTo(file);
        return read(file, window.number, threshold);
      } finally {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new UnobservableException(
          "The flight recording of the test can't be read: " + broken.getMessage(), broken);
    }
  }

  private void copyTo(Path file) throws IOException {
    try (Recording copy = stoppedCopy()) {
      copy.dump(file);
    } finally {
      synchronized (this) {
        openWindows--;
        if (openWindows == 0 && recording.getState() == RecordingState.RUNNING) {
          recording.setMaxAge(A_MOMENT);
        }
      }
    }
  }

  private Recording stoppedCopy() {
    if (recording.getState() != RecordingState.RUNNING) {
      throw new UnobservableException(
          ("The flight recording '%s' was ended by something else in this JVM (it is %s): leave it"
                  + " alone, or keep what ends it out of this test run.")
              .formatted(NAME, recording.getState()));
    }
    return recording.copy(true);
  }

  private static PinEvidence read(Path file, long number, Duration threshold) throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    RecordedEvent window = window(events, number);
    if (window == null) {
      throw new UnobservableException(
          "The flight recording lacks the test itself; was it ended by something else?");
    }
    PinEvidence evidence = new PinEvidence(threshold);
    for (RecordedEvent event : events) {
      if (!event.getStartTime().isBefore(window.getStartTime())
          && !event.getStartTime().isAfter(window.getEndTime())) {
        evidence.add(event);
      }
    }
    return evidence;
  }

  private static @Nullable RecordedEvent window(List<RecordedEvent> events, long number) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals(TestEvent.NAME))
        .filter(event -> event.getLong("number") == number)
        .findFirst()
        .orElse(null);
  }

  /** Ends the recording; nothing is kept. */
  @Override
  public void close() {
    recording.close();
  }
}
