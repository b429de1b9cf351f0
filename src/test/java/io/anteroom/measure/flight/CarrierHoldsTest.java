package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.CarrierHold.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which events are held carriers, of whichever release the recording is. */
@Timeout(60)
class CarrierHoldsTest {
  private static final Kind[] ALL = Kind.values();

  @TempDir static Path directory;
  private static List<RecordedEvent> events = List.of();

  /** A thread of each kind waits in {@code Object.wait}, and a platform thread for a monitor. */
  @BeforeAll
  static void block() throws Exception {
    events =
        Recorded.events(
            directory.resolve("monitors.jfr"),
            names(),
            () -> {
              Recorded.pin();
              Thread.ofVirtual().name("virtual").start(CarrierHoldsTest::await).join();
              Thread.ofPlatform().name("platform").start(CarrierHoldsTest::await).join();
              Recorded.contend();
            });
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of("jdk.JVMInformation"));
    for (Kind kind : ALL) {
      names.add(kind.eventName());
    }
    return names;
  }

  private static void await() {
    try {
      Cause.objectWait();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static RecordedEvent event(Kind kind, String thread) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals(kind.eventName()))
        .filter(event -> event.getThread() != null)
        .filter(event -> thread.equals(event.getThread().getJavaName()))
        .findFirst()
        .orElseThrow();
  }

  private static RecordedEvent withoutThread() {
    return events.stream().filter(event -> event.getThread() == null).findFirst().orElseThrow();
  }

  @Test
  void monitorsHoldCarriersUpToJdk23() {
    assertThat(CarrierHolds.ofJdk(23).eventNames())
        .containsExactly("jdk.VirtualThreadPinned", "jdk.JavaMonitorEnter", "jdk.JavaMonitorWait");
    assertThat(CarrierHolds.ofJdk(24).eventNames()).containsExactly("jdk.VirtualThreadPinned");
  }

  @Test
  void aRecordingIsOfJdk24OrLaterWherePinsHaveAReason() {
    List<EventType> here = FlightRecorder.getFlightRecorder().getEventTypes();
    assertThat(CarrierHolds.ofRecording(here).eventNames())
        .isEqualTo(CarrierHolds.ofThisJdk().eventNames());
    List<EventType> withoutPins = new ArrayList<>(here);
    withoutPins.removeIf(type -> type.getName().equals(Kind.PINNED.eventName()));
    assertThat(CarrierHolds.ofRecording(withoutPins).eventNames()).hasSize(ALL.length);
  }

  @Test
  void monitorEventsAreHoldsOfVirtualThreadsOnly() {
    CarrierHolds holds = CarrierHolds.ofJdk(21);
    RecordedEvent wait = event(Kind.MONITOR_WAIT, "virtual");
    CarrierHold hold = holds.of(wait).orElseThrow();
    assertThat(hold.kind()).isEqualTo(Kind.MONITOR_WAIT);
    assertThat(hold.thread())
        .isEqualTo(
            new SeenThread(SeenThread.Kind.VIRTUAL, "virtual", wait.getThread().getJavaThreadId()));
    assertThat(hold.reason()).isEqualTo(HoldReason.of(Kind.MONITOR_WAIT, hold.stack()));
    assertThat(hold.operation()).isNull();
    assertThat(hold.carrier()).isNull();
    assertThat(hold.durationNanos()).isEqualTo(wait.getDuration().toNanos());
    assertThat(holds.of(event(Kind.MONITOR_WAIT, "platform"))).isEmpty();
    assertThat(holds.of(event(Kind.MONITOR_ENTER, "second"))).isEmpty();
    assertThat(holds.of(withoutThread())).as("another event").isEmpty();
    assertThat(holds.undecided()).isZero();
    assertThat(CarrierHolds.ofJdk(24).of(wait)).isEmpty();
  }

  @Test
  void aPinSaysWhatTheJdkKnowsOfIt() {
    RecordedEvent pin = event(Kind.PINNED, "pinned");
    CarrierHold hold = CarrierHolds.ofThisJdk().of(pin).orElseThrow();
    assertThat(hold.kind()).isEqualTo(Kind.PINNED);
    assertThat(hold.start()).isEqualTo(pin.getStartTime());
    assertThat(hold.durationNanos()).isPositive().isEqualTo(pin.getDuration().toNanos());
    assertThat(hold.thread().kind()).isEqualTo(SeenThread.Kind.VIRTUAL);
    assertThat(hold.thread().name()).isEqualTo("pinned");
    assertThat(hold.stack().frames()).hasSameSizeAs(pin.getStackTrace().getFrames());
    if (pin.hasField("pinnedReason")) {
      assertThat(hold.reason()).isNotBlank().isEqualTo(pin.getString("pinnedReason"));
      assertThat(hold.operation()).isEqualTo(pin.getString("blockingOperation"));
      assertThat(hold.carrier()).startsWith("ForkJoinPool");
    } else {
      assertThat(hold.reason()).isEqualTo("in a synchronized, native or VM frame");
      assertThat(hold.operation()).isNull();
      assertThat(hold.carrier()).isNull();
    }
  }

  @Test
  void anEntryTellsTheMonitorsClassAndTheThread() {
    RecordedEvent event = event(Kind.MONITOR_ENTER, "second");
    MonitorEntry entry = MonitorEntry.of(event).orElseThrow();
    assertThat(entry.monitorClass()).isEqualTo("java.lang.Object");
    assertThat(entry.durationNanos()).isPositive().isEqualTo(event.getDuration().toNanos());
    assertThat(entry.start()).isEqualTo(event.getStartTime());
    assertThat(entry.thread().kind()).isEqualTo(SeenThread.Kind.PLATFORM);
    assertThat(entry.stack().cause(frame -> false).type()).startsWith(Recorded.class.getName());
    assertThat(MonitorEntry.of(event(Kind.MONITOR_WAIT, "platform"))).isEmpty();
  }

  /** On JDK 21 events of a live stream often lack their thread. */
  @Test
  void whereAnEventHasNoThreadItsStackDecides() {
    Frame room = new Frame("shop.Room", "enter", 20);
    Frame root = new Frame("jdk.internal.vm.Continuation", "enterSpecial", -1);
    Frame innerRoot = new Frame("jdk.internal.vm.Continuation$1", "run", -1);
    assertThat(seen(false, room, root)).isEqualTo(SeenThread.Kind.VIRTUAL);
    assertThat(seen(true, room, innerRoot)).isEqualTo(SeenThread.Kind.VIRTUAL);
    assertThat(seen(false, room)).isEqualTo(SeenThread.Kind.PLATFORM);
    assertThat(seen(true, room)).isEqualTo(SeenThread.Kind.UNDECIDED);
    assertThat(seen(false)).isEqualTo(SeenThread.Kind.UNDECIDED);
  }

  private static SeenThread.Kind seen(boolean truncated, Frame... frames) {
    SeenThread seen = SeenThread.of(withoutThread(), new CallStack(List.of(frames), truncated));
    assertThat(seen.id()).isEqualTo(-1);
    assertThat(seen.name()).isNull();
    return seen.kind();
  }
}
