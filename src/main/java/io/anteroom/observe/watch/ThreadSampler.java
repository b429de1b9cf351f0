package io.anteroom.observe.watch;

import io.anteroom.measure.flight.Frame;
import io.anteroom.measure.threads.CarrierTracker;
import io.anteroom.measure.threads.CarriersNow;
import io.anteroom.measure.threads.JvmThreads;
import io.anteroom.measure.threads.ThreadDump;
import io.anteroom.measure.threads.YieldSamples;
import io.anteroom.modes.clock.NanoClock;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks at the target's threads, once a second and at the end. What is sent to the target is {@code
 * Thread.print}, and a dump of all threads only where something stands still. Confined to one
 * thread.
 */
final class ThreadSampler {
  private static final long EVERY_NANOS = 1_000_000_000;
  private static final long QUIET_NANOS = 2_000_000_000;
  private static final int LAST_LOOKS = 3;
  private static final long BETWEEN_LAST_NANOS = 150_000_000;
  private static final int SAMPLES = 25;
  private static final int MOST_ROUNDS = 4;
  private static final long BETWEEN_SAMPLES_NANOS = 20_000_000;

  private final JvmThreads threads;
  private final TargetDumps dumps;
  private final DumpChoice choice;
  private final NanoClock clock;
  private final CarrierTracker tracker = new CarrierTracker();
  private final Processor processor = new Processor();
  private long firstNanos;
  private long lastNanos;
  private long failedNanos;
  private int looks;
  private OptionalInt waitingForCarrier = OptionalInt.empty();
  private OptionalInt parallelism = OptionalInt.empty();

  /** Why the latest look failed; empty where it did not. */
  private String fault = "";

  ThreadSampler(JvmThreads threads, TargetDumps dumps, DumpChoice choice, NanoClock clock) {
    this.threads = threads;
    this.dumps = dumps;
    this.choice = choice;
    this.clock = clock;
  }

  /** Looks, if it is time to. */
  void lookNowAndThen() {
    long now = clock.nanoTime();
    boolean due = looks == 0 || now - lastNanos >= EVERY_NANOS;
    if (due && (fault.isEmpty() || now - failedNanos >= EVERY_NANOS)) {
      look();
    }
  }

  private void look() {
    try {
      ThreadDump print = threads.print();
      long nanos = clock.nanoTime();
      waitingForCarrier = threads.waitingForCarrier();
      if (looks == 0) {
        firstNanos = nanos;
        parallelism = threads.parallelism();
      }
      tracker.look(nanos, print);
      processor.look(nanos, print, tracker.now());
      lastNanos = nanos;
      looks++;
      fault = "";
    } catch (IOException unanswered) {
      failedNanos = clock.nanoTime();
      fault = WatchException.reason(unanswered);
    }
  }

  /** The carriers at the last look. */
  CarriersNow now() {
    return tracker.now();
  }

  /** Looks closer, and judges. The target must live. */
  ThreadsNow finish() throws InterruptedException {
    int before = looks;
    look();
    for (int i = 1; i < LAST_LOOKS && fault.isEmpty(); i++) {
      clock.sleepNanos(BETWEEN_LAST_NANOS);
      look();
    }
    if (looks - before < LAST_LOOKS) {
      return ThreadsNow.unseen(
          "the carriers could not be looked at" + (fault.isEmpty() ? "" : ": " + fault));
    }
    StandstillJudge standstill =
        new StandstillJudge(
            tracker.now(),
            lastNanos - firstNanos,
            processor.quietNanos(),
            waitingForCarrier,
            parallelism);
    if (standstill.allBusy()) {
      yieldsAt().ifPresent(standstill::yieldsAt);
    }
    if (wantsDump(standstill)) {
      dump(standstill);
    }
    return standstill.judge();
  }

  private boolean wantsDump(StandstillJudge standstill) {
    return switch (choice) {
      case AUTO -> standstill.needsDump();
      case ALWAYS, ANYWAY -> true;
      case NEVER -> false;
    };
  }

  private void dump(StandstillJudge standstill) {
    if (choice != DumpChoice.ANYWAY && dumps.needsQuiet() && processor.quietNanos() < QUIET_NANOS) {
      standstill.note(
          "no thread dump: its JDK may crash in one while virtual threads run (JDK-8364343);"
              + " --dump anyway takes the risk");
      return;
    }
    try {
      standstill.dump(dumps.take());
    } catch (IOException refused) {
      standstill.note("no thread dump: " + WatchException.reason(refused));
    }
  }

  private Optional<Frame> yieldsAt() throws InterruptedException {
    YieldSamples samples = new YieldSamples();
    try {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        for (int i = 0; i < SAMPLES; i++) {
          samples.add(threads.print());
          clock.sleepNanos(BETWEEN_SAMPLES_NANOS);
        }
        if (samples.place().isPresent() || !samples.isClose()) {
          break;
        }
      }
    } catch (IOException unanswered) {
      return Optional.empty();
    }
    return samples.place();
  }
}
