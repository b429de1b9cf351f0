package io.anteroom.watch;

import io.anteroom.clock.NanoClock;
import io.anteroom.jfr.Observability;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;

/**
 * A watch of one JVM: start, {@link #await}, {@link #finish}, close. While it goes on its figures
 * come from the target's live stream; in the end from the recording, which is whole and names the
 * threads of all events. It belongs to one thread, but for {@link #interrupt}.
 */
public final class Watch implements AutoCloseable {
  private static final long LOOK_NANOS = 200_000_000;

  /** How long a target that does not answer any more may take to be gone. */
  private static final long GOING_NANOS = 5_000_000_000L;

  private static final String OWN = "anteroom.";

  private final WatchPlan plan;
  private final RecordingPlace place;
  private final NanoClock clock;
  private final TargetProcess process;
  private final Attachment attachment;
  private final Begun begun;
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private boolean stopped;

  /** Our recording in the target, and what follows from it. */
  private record Begun(
      RemoteRecording recording,
      LiveView live,
      Set<String> missingEvents,
      Instant at,
      Instant recordingSince,
      long nanos) {}

  private Watch(
      WatchPlan plan,
      RecordingPlace place,
      NanoClock clock,
      TargetProcess process,
      Attachment attachment,
      Begun begun) {
    this.plan = plan;
    this.place = place;
    this.clock = clock;
    this.process = process;
    this.attachment = attachment;
    this.begun = begun;
  }

  /**
   * Checks that the process may be watched; sends nothing to it.
   *
   * @throws WatchException if there is none, it is not ours, or not a JVM
   */
  public static void require(long pid) throws WatchException {
    TargetProcess.require(pid);
  }

  /**
   * Attaches and records from now on.
   *
   * @param calendar tells the time that the target's events carry
   */
  public static Watch start(WatchPlan plan, RecordingPlace place, NanoClock clock, Clock calendar)
      throws WatchException {
    TargetProcess process = TargetProcess.require(plan.pid());
    Attachment attachment = Attachment.open(plan.pid());
    try {
      Begun begun = begin(plan, place, clock, calendar, attachment);
      return new Watch(plan, place, clock, process, attachment, begun);
    } catch (IOException | WatchException failed) {
      attachment.close();
      throw failed instanceof WatchException clear
          ? clear
          : WatchException.machine(
              "process %d can't be recorded: %s"
                  .formatted(plan.pid(), WatchException.reason(failed)));
    }
  }

  private static Begun begin(
      WatchPlan plan, RecordingPlace place, NanoClock clock, Clock calendar, Attachment attachment)
      throws IOException, WatchException {
    Target target = attachment.target();
    Instant at = calendar.instant();
    RemoteRecording recording =
        RemoteRecording.start(attachment.beans(), target, plan.configuration(), place.part());
    Instant since = calendar.instant();
    try {
      Sightings sightings = new Sightings(plan.settings(), target.feature());
      LiveView live = LiveView.open(target.pid(), attachment.repository(), at, sightings);
      Set<String> missing = new TreeSet<>(plan.settings().enabledEvents());
      missing.removeAll(recording.eventTypes());
      missing.removeIf(event -> event.startsWith(OWN));
      return new Begun(recording, live, missing, at, since, clock.nanoTime());
    } catch (IOException | RuntimeException failed) {
      recording.stop(place.part());
      throw failed;
    }
  }

  /** The JVM that is watched. */
  public Target target() {
    return attachment.target();
  }

  /** What was seen so far; empty where nothing can be seen before the end. */
  public Optional<Seen> seen() {
    return begun.live.isLive() ? Optional.of(begun.live.seen()) : Optional.empty();
  }

  /** How long it goes on already. */
  public long elapsedNanos() {
    return clock.nanoTime() - begun.nanos;
  }

  /** Ends {@link #await}; from any thread. */
  public void interrupt() {
    interrupted.countDown();
  }

  /**
   * Waits until the time is over, the target has ended, or {@link #interrupt} is called.
   *
   * @param limit null: no limit
   * @param look called again and again meanwhile
   */
  public Ending await(@Nullable Duration limit, Runnable look) throws InterruptedException {
    long limitNanos = limit == null ? Long.MAX_VALUE : limit.toNanos();
    while (elapsedNanos() < limitNanos) {
      long nanos = Math.min(LOOK_NANOS, limitNanos - elapsedNanos());
      if (interrupted.await(nanos, TimeUnit.NANOSECONDS)) {
        return Ending.INTERRUPTED;
      }
      if (!process.isAlive()) {
        return Ending.TARGET_ENDED;
      }
      look.run();
    }
    return Ending.OVER;
  }

  /** Stops the recording and leaves the target, keeps the recording, and sums it up. */
  public WatchResult finish(Ending because) throws InterruptedException {
    long watchedNanos = elapsedNanos();
    List<String> notes = new ArrayList<>();
    Ending ending = because == Ending.TARGET_ENDED ? lastWords(notes) : stop(because, notes);
    stopped = true;
    begun.live.close();
    Seen seen = sumUp(notes);
    String recording = publish(notes);
    if (attachment.agentStarted() && process.isAlive()) {
      notes.add(
          "the local management agent was started in process %d and can't be unloaded; it ends"
                  .formatted(target().pid())
              + " with the process");
    }
    Gaps gaps = Gaps.of(plan.settings(), target().feature(), ending, seen);
    return new WatchResult(
        WatchResult.SCHEMA,
        ending,
        new WatchResult.Session(
            begun.at.toString(), watchedNanos, plan.settings().name(), target()),
        recording,
        seen,
        gaps.pinning(),
        gaps.contention(),
        Observability.ofJdk(target().feature()).stream()
            .filter(known -> !known.observable())
            .map(WatchResult.NotObservable::of)
            .toList(),
        List.copyOf(begun.missingEvents),
        notes,
        List.of());
  }

  private Ending stop(Ending because, List<String> notes) throws InterruptedException {
    try {
      begun.recording.stop(place.part());
      return because;
    } catch (IOException lost) {
      if (isGoing()) {
        Ending end = lastWords(notes);
        return because == Ending.INTERRUPTED && end.whole() ? because : end;
      }
      if (place.isWritten()) {
        notes.add("somebody else stopped our recording, so it ends earlier than the watch");
        return Ending.TARGET_SILENT;
      }
      notes.add(
          "process %d does not answer: %s".formatted(target().pid(), WatchException.reason(lost)));
      salvage(notes);
      return Ending.TARGET_SILENT;
    }
  }

  /** Whether the target is gone, or goes within a while. */
  private boolean isGoing() throws InterruptedException {
    long untilNanos = clock.nanoTime() + GOING_NANOS;
    while (process.isAlive() && clock.nanoTime() < untilNanos && !place.isWritten()) {
      clock.sleepNanos(LOOK_NANOS);
    }
    return !process.isAlive();
  }

  /** A JVM that ends in good order writes its recording; one that is killed leaves its chunks. */
  private Ending lastWords(List<String> notes) {
    if (place.isWritten()) {
      return Ending.TARGET_ENDED;
    }
    salvage(notes);
    return Ending.TARGET_KILLED;
  }

  private void salvage(List<String> notes) {
    try {
      if (Salvage.write(begun.live.repository(), begun.recordingSince, place.part())) {
        notes.add(
            "the recording was put together from what the target had written, about once a second"
                + " (%s)".formatted(begun.live.repository()));
      }
    } catch (IOException lost) {
      notes.add("the recording could not be saved: " + WatchException.reason(lost));
    }
  }

  /** From the recording; where there is none, from the live stream. */
  private Seen sumUp(List<String> notes) {
    Sightings sightings = new Sightings(plan.settings(), target().feature());
    if (place.isWritten()) {
      try (EventStream file = EventStream.openFile(place.part())) {
        sightings.attach(file);
        file.start();
        if (sightings.fault().isEmpty()) {
          return sightings.seen();
        }
        notes.add("the recording can't be read whole: " + sightings.fault());
      } catch (IOException | RuntimeException broken) {
        notes.add("the recording can't be read: " + WatchException.reason(broken));
      }
    }
    notes.add("the figures are those of the live stream");
    return begun.live.seen();
  }

  private @Nullable String publish(List<String> notes) {
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

  /** Leaves the target, if {@link #finish} has not. */
  @Override
  public void close() {
    if (!stopped) {
      try {
        begun.recording.stop(place.part());
      } catch (IOException gone) {
        // Then our recording is gone, too.
      }
      begun.live.close();
    }
    attachment.close();
  }
}
