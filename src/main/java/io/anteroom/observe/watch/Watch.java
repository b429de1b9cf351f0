package io.anteroom.observe.watch;

import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A watch of one JVM: start, {@link #await}, {@link #finish}, close. While it goes on its figures
 * come from the target's live stream; in the end from the recording, which is whole and names the
 * threads of all events. It belongs to one thread, but for {@link #interrupt}.
 */
public final class Watch implements AutoCloseable {
  private static final long LOOK_NANOS = 200_000_000;

  private final WatchPlan plan;
  private final RecordingPlace place;
  private final NanoClock clock;
  private final TargetProcess process;
  private final Attachment attachment;
  private final StartedRecording begun;
  private final ThreadSampler looks;
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private boolean stopped;

  private Watch(
      WatchPlan plan,
      RecordingPlace place,
      NanoClock clock,
      TargetProcess process,
      Attachment attachment,
      ThreadSampler looks,
      StartedRecording begun) {
    this.plan = plan;
    this.place = place;
    this.clock = clock;
    this.process = process;
    this.attachment = attachment;
    this.looks = looks;
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
      JvmThreads threads = JvmThreads.of(attachment.beans());
      TargetDumps dumps =
          new TargetDumps(threads, attachment.target(), attachment.temporaryFolder());
      ThreadSampler looks = new ThreadSampler(threads, dumps, plan.dumps(), clock);
      StartedRecording begun = StartedRecording.of(plan, place, clock, calendar, attachment);
      return new Watch(plan, place, clock, process, attachment, looks, begun);
    } catch (IOException | WatchException failed) {
      attachment.close();
      throw failed instanceof WatchException clear
          ? clear
          : WatchException.machine(
              "process %d can't be recorded: %s"
                  .formatted(plan.pid(), WatchException.reason(failed)));
    }
  }

  /** The JVM that is watched. */
  public Target target() {
    return attachment.target();
  }

  /** What was seen so far; empty where nothing can be seen before the end. */
  public Optional<WatchFigures> seen() {
    return begun.live().isLive() ? Optional.of(begun.live().seen()) : Optional.empty();
  }

  /** The target's carriers at the last look. */
  public CarriersNow carriers() {
    return looks.now();
  }

  /** How long it goes on already. */
  public long elapsedNanos() {
    return clock.nanoTime() - begun.nanos();
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
  public WatchEnding await(@Nullable Duration limit, Runnable look) throws InterruptedException {
    long limitNanos = limit == null ? Long.MAX_VALUE : limit.toNanos();
    while (elapsedNanos() < limitNanos) {
      long nanos = Math.min(LOOK_NANOS, limitNanos - elapsedNanos());
      if (interrupted.await(nanos, TimeUnit.NANOSECONDS)) {
        return WatchEnding.INTERRUPTED;
      }
      if (!process.isAlive()) {
        return WatchEnding.TARGET_ENDED;
      }
      looks.lookNowAndThen();
      begun.recording().keepGoing(elapsedNanos());
      look.run();
    }
    return WatchEnding.OVER;
  }

  /** Stops the recording, keeps it, and sums it up. */
  public WatchResult finish(WatchEnding because) throws InterruptedException {
    @Nullable ThreadsNow now = because == WatchEnding.TARGET_ENDED ? null : lastLook();
    long watchedNanos = elapsedNanos();
    KeptRecording kept = new KeptRecording(plan, place, clock, process, begun);
    WatchEnding ending = kept.stop(because);
    stopped = true;
    begun.live().close();
    WatchFigures seen = kept.sumUp(target().feature()).with(now);
    String recording = kept.publish();
    List<String> notes = new ArrayList<>(kept.notes());
    if (attachment.agentStarted() && process.isAlive()) {
      notes.add(
          "the local management agent was started in process %d; it can't be unloaded and stays"
              .formatted(target().pid()));
    }
    int feature = target().feature();
    WatchGaps gaps = WatchGaps.of(plan.settings(), feature, ending, seen);
    return new WatchResult(
        WatchResult.SCHEMA,
        ending,
        new WatchResult.Session(
            begun.at().toString(), watchedNanos, plan.settings().name(), target()),
        recording,
        seen,
        gaps.pinning(),
        gaps.contention(),
        WatchResult.NotObservable.ofJdk(feature),
        List.copyOf(begun.missingEvents()),
        notes,
        List.of());
  }

  private ThreadsNow lastLook() throws InterruptedException {
    begun.recording().keepForLastLook(elapsedNanos());
    return looks.finish();
  }

  /** Leaves the target, if {@link #finish} has not. */
  @Override
  public void close() {
    if (!stopped) {
      try {
        begun.recording().stop(place.part());
      } catch (IOException gone) {
        // Then our recording is gone, too.
      }
      begun.live().close();
    }
    attachment.close();
  }
}
