package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FlightStreamTest {
  @TempDir Path directory;

  @Test
  void everyEventThatWasCommittedIsDeliveredOnce() throws Exception {
    int events = 1_000_000;
    EventCounters counters = new EventCounters();
    BitSet sequences = new BitSet();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.onEvent(
          "anteroom.Wait", event -> sequences.set(Math.toIntExact(event.getLong("sequence"))));
      stream.start();
      emit(counters, events);
      FlightSummary summary = stream.stop();
      assertThat(counters.committed(OwnEvent.WAIT)).isEqualTo(events);
      assertThat(summary.delivered("anteroom.Wait")).isEqualTo(events);
      assertThat(summary.lost()).containsEntry("anteroom.Wait", 0L);
      assertThat(summary.lostInAll()).isZero();
      assertThat(summary.complete()).isTrue();
      assertThat(summary.stopNanos()).isBetween(1L, FlightStream.STOP_LIMIT.toNanos());
      assertThat(summary.lagMaxNanos()).isGreaterThanOrEqualTo(summary.lagP99Nanos()).isPositive();
    }
    assertThat(sequences.cardinality()).isEqualTo(events);
    assertThat(sequences.nextSetBit(0)).isEqualTo(1);
  }

  private static void emit(EventCounters counters, int events) throws InterruptedException {
    Thread[] persons = new Thread[100];
    for (int index = 0; index < persons.length; index++) {
      persons[index] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int visit = 0; visit < events / persons.length; visit++) {
                      Recorded.wait(counters, visit);
                    }
                  });
    }
    for (Thread person : persons) {
      person.join();
    }
  }

  @Test
  void theDumpHoldsWhatWasDeliveredToo() throws Exception {
    EventCounters counters = new EventCounters();
    Path during = directory.resolve("during.jfr");
    Path after = directory.resolve("after.jfr");
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.start();
      Recorded.waits(counters, 100);
      stream.dump(during);
      Recorded.waits(counters, 100);
      assertThat(stream.stop().delivered("anteroom.Wait")).isEqualTo(200);
      stream.dump(after);
    }
    assertThat(waits(during)).isEqualTo(100);
    assertThat(waits(after)).isEqualTo(200);
  }

  /** Another recording that begins or ends starts a new file, and what is delivered is old. */
  @Test
  void theDumpHoldsWhatWasDeliveredOfFilesThatAreOver() throws Exception {
    EventCounters counters = new EventCounters();
    Path dump = directory.resolve("rotated.jfr");
    CountDownLatch first = new CountDownLatch(100);
    CountDownLatch both = new CountDownLatch(200);
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.onEvent(
          "anteroom.Wait",
          event -> {
            first.countDown();
            both.countDown();
          });
      stream.start();
      Recorded.waits(counters, 100);
      first.await();
      Recorded.record(directory.resolve("other.jfr"), List.of(), () -> {});
      Recorded.waits(counters, 100);
      both.await();
      stream.dump(dump);
    }
    assertThat(waits(dump)).isEqualTo(200);
  }

  /** As {@code jcmd JFR.stop} does. */
  @Test
  void aRecordingThatSomebodyElseHasStoppedIsToldAndWhatItHasIsDelivered() throws Exception {
    EventCounters counters = new EventCounters();
    List<Recording> before = FlightRecorder.getFlightRecorder().getRecordings();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.start();
      Recorded.waits(counters, 20);
      List<Recording> now = new ArrayList<>(FlightRecorder.getFlightRecorder().getRecordings());
      now.removeAll(before);
      now.getFirst().stop();
      FlightSummary summary = stream.stop();
      assertThat(summary.complete()).isFalse();
      assertThat(summary.errors())
          .containsExactly("somebody else stopped the recording; what came after that is missing");
      assertThat(summary.delivered("anteroom.Wait") + summary.lostInAll()).isEqualTo(20);
    }
  }

  @Test
  void closingDeliversAllAndLeavesNoRecording() throws Exception {
    EventCounters counters = new EventCounters();
    AtomicInteger handed = new AtomicInteger();
    List<Recording> before = FlightRecorder.getFlightRecorder().getRecordings();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.onEvent("anteroom.Wait", event -> handed.incrementAndGet());
      stream.start();
      assertThat(FlightRecorder.getFlightRecorder().getRecordings()).hasSize(before.size() + 1);
      Recorded.waits(counters, 60);
    }
    assertThat(handed).hasValue(60);
    new FlightStream(FlightSettings.of("contention"), counters).close();
    FlightStream interrupted = new FlightStream(FlightSettings.of("contention"), counters);
    interrupted.start();
    Thread.currentThread().interrupt();
    interrupted.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(FlightRecorder.getFlightRecorder().getRecordings()).isEqualTo(before);
  }

  private static long waits(Path file) throws Exception {
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("anteroom.Wait"))
        .count();
  }

  @Test
  void failingHandlersAreCountedAndDoNotStopTheStream() throws Exception {
    EventCounters counters = new EventCounters();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.onEvent(
          "anteroom.Wait",
          event -> {
            throw new IllegalStateException("handler of " + event.getLong("person"));
          });
      stream.start();
      Recorded.waits(counters, 50);
      FlightSummary summary = stream.stop();
      assertThat(summary.delivered("anteroom.Wait")).isEqualTo(50);
      assertThat(summary.errorCount()).isEqualTo(50);
      assertThat(summary.errors()).hasSize(10).allMatch(text -> text.contains("handler of "));
    }
  }

  @Test
  void eventsOfOtherRunsAreNotCounted() throws Exception {
    EventCounters counters = new EventCounters();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.start();
      Recorded.waits(new EventCounters(), 70);
      Recorded.waits(counters, 30);
      FlightSummary summary = stream.stop();
      assertThat(summary.delivered("anteroom.Wait")).isEqualTo(30);
      assertThat(summary.lostInAll()).isZero();
    }
  }

  /** Facts B5: the settings of parallel streams merge. */
  @Test
  void eventsBelowItsOwnThresholdAreLeftOutThoughAnotherRecordingTakesThem() throws Exception {
    Path file = directory.resolve("slow.jfc");
    Files.writeString(
        file,
        """
        <configuration version="2.0">
          <event name="anteroom.Wait">
            <setting name="enabled">true</setting>
            <setting name="threshold">1 h</setting>
          </event>
        </configuration>
        """);
    EventCounters counters = new EventCounters();
    try (RecordingStream other = new RecordingStream();
        FlightStream stream = new FlightStream(FlightSettings.read(file), counters)) {
      AtomicInteger handed = new AtomicInteger();
      stream.onEvent("anteroom.Wait", event -> handed.incrementAndGet());
      other.enable("anteroom.Wait").withThreshold(Duration.ZERO);
      other.startAsync();
      stream.start();
      Recorded.waits(counters, 40);
      FlightSummary summary = stream.stop();
      other.stop();
      assertThat(counters.committed(OwnEvent.WAIT)).isEqualTo(40);
      assertThat(summary.belowThreshold()).isEqualTo(40);
      assertThat(handed).hasValue(0);
      assertThat(summary.delivered("anteroom.Wait")).isZero();
      assertThat(summary.lostInAll()).isZero();
    }
  }

  @Test
  void heldCarriersArriveWhileItStreams() throws Exception {
    PinSites sites = new PinSites(Blocking.class.getName());
    try (FlightStream stream =
        new FlightStream(FlightSettings.of("pinning"), new EventCounters())) {
      stream.onCarrierHold(sites::add);
      stream.start();
      Thread.ofVirtual().start(() -> PinningInitialiser.touch()).join();
      stream.stop();
    }
    assertThat(sites.total().count()).isGreaterThanOrEqualTo(1);
    assertThat(sites.sites().get(0).frame()).contains("PinningInitialiser.<clinit>:");
    assertThat(sites.total().largestNanos()).isGreaterThan(15_000_000L);
    assertThat(sites.collapsed()).anyMatch(line -> line.contains("PinningInitialiser.<clinit>;"));
  }

  /** Pins on every JDK: a class initialiser is on the stack. */
  static final class PinningInitialiser {
    static {
      Blocking.sleep(20);
    }

    static void touch() {}
  }

  @Test
  void aStopThatTakesTooLongIsReportedAsIncomplete() throws Exception {
    EventCounters counters = new EventCounters();
    try (FlightStream stream = new FlightStream(FlightSettings.of("contention"), counters)) {
      stream.onEvent("anteroom.Wait", event -> Blocking.sleep(10));
      stream.start();
      Recorded.waits(counters, 200);
      FlightSummary summary = stream.stop(Duration.ofMillis(50));
      assertThat(summary.complete()).isFalse();
      assertThat(summary.errors())
          .containsExactly("stopping took too long; the rest of the events was given up");
      assertThat(summary.lost().get("anteroom.Wait")).isPositive();
      stream.dump(directory.resolve("kept.jfr"));
    }
    assertThat(waits(directory.resolve("kept.jfr"))).isEqualTo(200);
  }

  @Test
  void lifeCycleIsGuarded() throws Exception {
    EventCounters counters = new EventCounters();
    assertThatThrownBy(() -> new FlightStream(FlightSettings.off(), counters))
        .hasMessageContaining("nothing to record: off");
    try (FlightStream stream = new FlightStream(FlightSettings.of("pinning"), counters)) {
      assertThatThrownBy(stream::stop).hasMessage("not started");
      stream.start();
      assertThatThrownBy(stream::start).hasMessage("started already");
      assertThat(stream.stop()).isSameAs(stream.stop());
    }
  }
}
