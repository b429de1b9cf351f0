package io.anteroom.observe.watch;

import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Our recording in the target, and what was known when it began.
 *
 * @param missingEvents what the settings ask for and the target does not have
 * @param at before the recording began
 * @param recordingSince when it had begun
 * @param nanos likewise, on the monotonic clock
 */
record StartedRecording(
    RemoteRecording recording,
    LiveView live,
    Set<String> missingEvents,
    Instant at,
    Instant recordingSince,
    long nanos) {
  private static final String OWN = "anteroom.";

  static StartedRecording of(
      WatchPlan plan, RecordingPlace place, NanoClock clock, Clock calendar, Attachment attachment)
      throws IOException, WatchException {
    Target target = attachment.target();
    Instant at = calendar.instant();
    RemoteRecording recording =
        RemoteRecording.start(attachment.beans(), target, plan.configuration(), place.part());
    Instant since = calendar.instant();
    long nanos = clock.nanoTime();
    try {
      WatchTally tally = new WatchTally(plan.settings(), target.feature());
      LiveView live = LiveView.open(target.pid(), attachment.repository(), at, tally);
      return new StartedRecording(recording, live, missing(plan, recording), at, since, nanos);
    } catch (IOException | RuntimeException failed) {
      recording.stop(place.part());
      throw failed;
    }
  }

  /** Of events, not of their settings. Our own events are in our own runs only. */
  private static Set<String> missing(WatchPlan plan, RemoteRecording recording) {
    Set<String> missing = new TreeSet<>(plan.settings().enabledEvents());
    plan.settings().missingOnThisJdk().stream()
        .filter(name -> !name.contains("#"))
        .forEach(missing::add);
    missing.removeAll(recording.eventTypes());
    missing.removeIf(event -> event.startsWith(OWN));
    return missing;
  }
}
