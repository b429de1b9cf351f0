package io.anteroom.observe.watch;

import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;

/** What is kept of a watch, however it ended. Confined to one thread. */
final class KeptRecording {
  private static final long LOOK_NANOS = 100_000_000;

  /** How long a target that does not answer any more may take to be gone. */
  private static final long GONE_NANOS = 5_000_000_000L;

  private final WatchPlan plan;
  private final RecordingPlace place;
  private final NanoClock clock;
  private final TargetProcess process;
  private final StartedRecording begun;
  private final List<String> notes = new ArrayList<>();

  KeptRecording(
      WatchPlan plan,
      RecordingPlace place,
      NanoClock clock,
      TargetProcess process,
      StartedRecording begun) {
    this.plan = plan;
    this.place = place;
    this.clock = clock;
    this.process = process;
    this.begun = begun;
  }

  /** What else the user should know. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Ends the recording, if the target still lives; else takes what there is. */
  WatchEnding stop(WatchEnding because) throws InterruptedException {
    if (because == WatchEnding.TARGET_ENDED) {
      return endOfTarget();
    }
    try {
      begun.recording().stop(place.part());
      return because;
    } catch (IOException lost) {
      if (isGone()) {
        WatchEnding end = endOfTarget();
        return because == WatchEnding.INTERRUPTED && end.whole() ? because : end;
      }
      if (place.isWritten()) {
        notes.add("somebody else stopped our recording, so it ends earlier than the watch");
        return WatchEnding.CUT_SHORT;
      }
      notes.add(
          "process %d does not answer: %s".formatted(plan.pid(), WatchException.reason(lost)));
      salvage();
      return WatchEnding.CUT_SHORT;
    }
  }

  /** Whether the target is gone, or is within a while. */
  private boolean isGone() throws InterruptedException {
    long untilNanos = clock.nanoTime() + GONE_NANOS;
    while (process.isAlive() && clock.nanoTime() < untilNanos) {
      clock.sleepNanos(LOOK_NANOS);
    }
    return !process.isAlive();
  }

  /** A JVM that ends in good order writes its recording; one that is killed leaves its chunks. */
  private WatchEnding endOfTarget() {
    if (place.isWritten()) {
      return WatchEnding.TARGET_ENDED;
    }
    salvage();
    return WatchEnding.TARGET_KILLED;
  }

  private void salvage() {
    try {
      if (LeftChunks.write(begun.live().repository(), begun.recordingSince(), place.part())) {
        notes.add(
            "the recording was put together from what the target had written, about once a second"
                + " (%s)".formatted(begun.live().repository()));
      }
    } catch (IOException lost) {
      notes.add("the recording could not be saved: " + WatchException.reason(lost));
    }
  }

  /** From the recording; where there is none, from the live stream. */
  WatchFigures sumUp(int feature) {
    WatchTally tally = new WatchTally(plan.settings(), feature);
    if (place.isWritten()) {
      try (EventStream file = EventStream.openFile(place.part())) {
        tally.attach(file);
        file.start();
        if (tally.fault().isEmpty()) {
          return tally.seen();
        }
        notes.add("the recording can't be read whole: " + tally.fault());
      } catch (IOException | RuntimeException broken) {
        notes.add("the recording can't be read: " + WatchException.reason(broken));
      }
    }
    notes.add("the figures are those of the live stream");
    return begun.live().seen();
  }

  /** Gives the recording its name; null where there is none. */
  @Nullable String publish() {
    try {
      if (place.isWritten()) {
        return place.publish().toString();
      }
      notes.add("no recording could be kept");
    } catch (IOException failed) {
      notes.add("the recording could not be kept: " + WatchException.reason(failed));
    }
    return null;
  }
}
