package io.anteroom.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * For how long looks at its threads stop this JVM, by its flight recorder: from the moment at which
 * threads are told to stop until they may go on. For one thread at a time.
 */
final class LookStops implements AutoCloseable {
  private static final String BEGIN = "jdk.SafepointBegin";
  private static final String END = "jdk.SafepointEnd";
  private static final String OPERATION = "jdk.ExecuteVMOperation";
  private static final String LOOK = "PrintThreads";

  private final Recording recording = new Recording();

  /** Begins to record. */
  static LookStops start() {
    LookStops stops = new LookStops();
    for (String event : List.of(BEGIN, END, OPERATION)) {
      stops.recording.enable(event).withoutStackTrace().withThreshold(Duration.ZERO);
    }
    stops.recording.start();
    return stops;
  }

  /**
   * The longest stop of the looks so far, in nanoseconds.
   *
   * @throws IllegalStateException if so many looks were not recorded
   */
  long longestNanos(int looks) throws IOException {
    recording.stop();
    Set<Long> ofLooks = new HashSet<>();
    Map<Long, Instant> begun = new HashMap<>();
    Map<Long, Instant> ended = new HashMap<>();
    try (Scratch scratch = Scratch.create()) {
      recording.dump(scratch.folder().resolve("looks.jfr"));
      for (RecordedEvent event :
          RecordingFile.readAllEvents(scratch.folder().resolve("looks.jfr"))) {
        long safepoint = event.getLong("safepointId");
        switch (event.getEventType().getName()) {
          case BEGIN -> begun.put(safepoint, event.getStartTime());
          case END -> ended.put(safepoint, event.getEndTime());
          default -> {
            if (event.getString("operation").equals(LOOK)) {
              ofLooks.add(safepoint);
            }
          }
        }
      }
    }
    ofLooks.retainAll(begun.keySet());
    ofLooks.retainAll(ended.keySet());
    if (ofLooks.size() < looks) {
      throw new IllegalStateException(
          "%d of %d looks were recorded".formatted(ofLooks.size(), looks));
    }
    return ofLooks.stream()
        .mapToLong(look -> Duration.between(begun.get(look), ended.get(look)).toNanos())
        .max()
        .orElseThrow();
  }

  @Override
  public void close() {
    recording.close();
  }
}
