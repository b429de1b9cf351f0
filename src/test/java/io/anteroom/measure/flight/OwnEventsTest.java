package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.AnnotationElement;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnEventsTest {
  private static final List<String> NAMES =
      OwnEvent.all().stream().map(OwnEvent::eventName).toList();

  @TempDir Path directory;

  @Test
  void allReachTheRecordingNumberedByType() throws Exception {
    EventCounters counters = new EventCounters();
    List<RecordedEvent> events =
        Recorded.events(directory.resolve("a.jfr"), NAMES, () -> emitAll(counters));
    assertThat(events).hasSize(6);
    assertThat(named(events, "anteroom.Wait"))
        .extracting(event -> event.getLong("sequence"))
        .containsExactlyInAnyOrder(1L, 2L, 3L);
    for (OwnEvent event : OwnEvent.all()) {
      assertThat(counters.committed(event)).isEqualTo(event == OwnEvent.WAIT ? 3 : 1);
      assertThat(named(events, event.eventName()))
          .allMatch(one -> one.getLong("run") == counters.run())
          .anyMatch(one -> one.getLong("sequence") == 1);
    }
  }

  @Test
  void waitsCarryWhoWhereAndHow() throws Exception {
    EventCounters counters = new EventCounters();
    RecordedEvent wait =
        Recorded.events(directory.resolve("b.jfr"), NAMES, () -> Recorded.wait(counters, 7)).get(0);
    assertThat(wait.getLong("person")).isEqualTo(7);
    assertThat(wait.getLong("visit")).isEqualTo(8);
    assertThat(wait.getInt("room")).isEqualTo(3);
    assertThat(wait.getString("mode")).isEqualTo("reentrant");
    assertThat(wait.getString("line")).isEqualTo("per-room");
    assertThat(wait.getInt("attempts")).isEqualTo(2);
    assertThat(wait.getDuration("lateness")).isEqualTo(Duration.ofNanos(1_500));
    assertThat(wait.getLong("run")).isEqualTo(counters.run());
    assertThat(wait.getLong("personThread")).isEqualTo(Thread.currentThread().threadId());
    assertThat(wait.getDuration()).isPositive();
    assertThat(wait.getStackTrace()).isNull();
  }

  @Test
  void durationSpansAParkThatChangesCarriers() throws Exception {
    EventCounters counters = new EventCounters();
    List<RecordedEvent> events =
        Recorded.events(
            directory.resolve("c.jfr"),
            NAMES,
            () -> {
              Thread person = Thread.ofVirtual().start(() -> visit(counters));
              person.join();
            });
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }

  @Test
  void nothingIsNumberedWhereNothingIsRecorded() throws Exception {
    EventCounters counters = new EventCounters();
    emitAll(counters);
    assertThat(OwnEvent.all()).allMatch(event -> counters.committed(event) == 0);
  }

  @Test
  void whatIsShorterThanTheThresholdIsNotNumbered() {
    assertThat(committedAbove(Duration.ofNanos(1))).isEqualTo(List.of(1L, 1L, 1L));
    assertThat(committedAbove(Duration.ofHours(1))).isEqualTo(List.of(0L, 0L, 0L));
  }

  /** One of each that has a duration, which is more than nothing. */
  private static List<Long> committedAbove(Duration threshold) {
    EventCounters counters = new EventCounters();
    try (Recording recording = new Recording()) {
      NAMES.forEach(name -> recording.enable(name).withThreshold(threshold));
      recording.start();
      WaitEvent wait = new WaitEvent();
      VisitEvent visit = new VisitEvent();
      AbandonmentEvent abandonment = new AbandonmentEvent();
      wait.begin();
      visit.begin();
      abandonment.begin();
      long beganNanos = System.nanoTime();
      while (System.nanoTime() - beganNanos < 10_000) {
        Thread.onSpinWait();
      }
      wait.commitCounted(counters);
      visit.commitCounted(counters);
      abandonment.commitCounted(counters);
    }
    return Stream.of(OwnEvent.WAIT, OwnEvent.VISIT, OwnEvent.ABANDONMENT)
        .map(counters::committed)
        .toList();
  }

  @Test
  void everyFieldHasALabelAndEveryTypeADescription() {
    OwnEvent.register();
    List<EventType> types =
        FlightRecorder.getFlightRecorder().getEventTypes().stream()
            .filter(type -> NAMES.contains(type.getName()))
            .toList();
    assertThat(types).hasSize(4);
    for (EventType type : types) {
      assertThat(type.getDescription()).isNotBlank();
      assertThat(type.getCategoryNames()).containsExactly("Anteroom");
      assertThat(type.getFields())
          .extracting(ValueDescriptor::getLabel)
          .doesNotContainNull()
          .doesNotHaveDuplicates();
      assertThat(type.getAnnotationElements())
          .extracting(AnnotationElement::getTypeName)
          .contains("jdk.jfr.Label");
    }
  }

  private static void visit(EventCounters counters) {
    VisitEvent event = new VisitEvent();
    event.begin();
    try {
      Thread.sleep(20);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    event.commitCounted(counters);
  }

  private static void emitAll(EventCounters counters) throws InterruptedException {
    Recorded.waits(counters, 3);
    new VisitEvent().commitCounted(counters);
    new AbandonmentEvent().commitCounted(counters);
    StuckEvent stuck = new StuckEvent();
    stuck.kind = "deadlock";
    stuck.explanation = "all carriers are held";
    stuck.commitCounted(counters);
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }
}
