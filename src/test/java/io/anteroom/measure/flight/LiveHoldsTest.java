package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A live stream tells the same as the recording, though on JDK 21 many of its events lack their
 * thread (facts A8).
 */
@JvmClaim
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LiveHoldsTest {
  private static final int UPCALLS = 3;
  private static final int PERSONS = 200;

  @TempDir Path directory;

  @Test
  void liveHoldsAreThoseOfTheRecording() throws Exception {
    Path file = directory.resolve("holds.jfr");
    List<CarrierHold> live = Collections.synchronizedList(new ArrayList<>());
    MonitorContention contention = new MonitorContention();
    FlightSummary summary;
    try (FlightStream stream =
        new FlightStream(FlightSettings.of("pinning"), new EventCounters())) {
      stream.onCarrierHold(live::add);
      stream.onMonitorEntry(contention::add);
      stream.start();
      blockInThreeRounds();
      summary = stream.stop();
      stream.dump(file);
    }
    List<CarrierHold> recorded = recorded(file);
    assertThat(summary.undecidedHolds()).isZero();
    assertThat(summary.errors()).isEmpty();
    assertThat(live).hasSameSizeAs(recorded);
    assertThat(nanos(live)).isEqualTo(nanos(recorded));
    boolean monitorsPin = Runtime.version().feature() < CarrierHolds.MONITORS_UNMOUNT;
    assertThat(live).hasSizeGreaterThanOrEqualTo(monitorsPin ? 3 * PERSONS : 3 * UPCALLS);
    assertThat(contention.total().count()).isPositive();
    assertThat(contention.sites())
        .anyMatch(site -> site.frame().startsWith(LiveHoldsTest.class.getName()));
  }

  /** The JDK flushes once a second: in later rounds threads are known by their ids only. */
  private static void blockInThreeRounds() throws InterruptedException {
    for (int round = 0; round < 3; round++) {
      Object monitor = new Object();
      List<Thread> threads = new ArrayList<>();
      for (int upcall = 0; upcall < UPCALLS; upcall++) {
        threads.add(Thread.ofVirtual().start(LiveHoldsTest::upcall));
      }
      for (int person = 0; person < PERSONS; person++) {
        boolean waits = person % 2 == 0;
        threads.add(Thread.ofVirtual().start(waits ? () -> await() : () -> enter(monitor)));
      }
      threads.add(Thread.ofPlatform().start(() -> enterAgain(monitor)));
      threads.add(Thread.ofPlatform().start(() -> enterAgain(monitor)));
      for (Thread thread : threads) {
        thread.join();
      }
      Blocking.sleep(1_100);
    }
  }

  private static void enterAgain(Object monitor) {
    for (int time = 0; time < 20; time++) {
      enter(monitor);
    }
  }

  private static void enter(Object monitor) {
    synchronized (monitor) {
      Blocking.sleep(1);
    }
  }

  private static void await() {
    Object monitor = new Object();
    long endNanos = System.nanoTime() + 1_000_000;
    synchronized (monitor) {
      while (System.nanoTime() < endNanos) {
        try {
          monitor.wait(1);
        } catch (InterruptedException interrupted) {
          throw new IllegalStateException(interrupted);
        }
      }
    }
  }

  private static void upcall() {
    try {
      NativeUpcall.sleepInComparator();
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<CarrierHold> recorded(Path file) throws Exception {
    List<CarrierHold> recorded = new ArrayList<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      CarrierHolds holds = CarrierHolds.ofRecording(recording.readEventTypes());
      while (recording.hasMoreEvents()) {
        holds.of(recording.readEvent()).ifPresent(recorded::add);
      }
    }
    return recorded;
  }

  private static long nanos(List<CarrierHold> holds) {
    return holds.stream().mapToLong(CarrierHold::durationNanos).sum();
  }
}
