package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is handed on and counted of a stream that has an end: of a file. */
@Timeout(60)
class FlightTapTest {
  private static final List<String> OWN = OwnEvent.all().stream().map(OwnEvent::eventName).toList();

  @TempDir Path directory;

  private Path waits(EventCounters counters, int count) throws Exception {
    Path file = directory.resolve(count + ".jfr");
    Recorded.record(file, OWN, () -> Recorded.waits(counters, count));
    return file;
  }

  private static void drain(FlightTap tap, Path file) throws Exception {
    try (EventStream stream = EventStream.openFile(file)) {
      tap.attach(stream);
      stream.start();
    }
  }

  private static FlightTap tap(String settings, @Nullable EventCounters counters) {
    return new FlightTap(FlightSettings.of(settings), CarrierHolds.ofThisJdk(), counters);
  }

  @Test
  void whatWasCommittedAndHasNotArrivedIsMissing() throws Exception {
    EventCounters counters = new EventCounters();
    Path file = waits(counters, 3);
    waits(counters, 2);
    FlightTap tap = tap("contention", counters);
    assertThat(tap.missing()).containsEntry("anteroom.Wait", 5L);
    drain(tap, file);
    assertThat(tap.missing())
        .containsEntry("anteroom.Wait", 2L)
        .containsEntry("anteroom.Abandonment", 0L)
        .doesNotContainKey("anteroom.Visit");
    assertThat(tap.summary().lostInAll()).isEqualTo(2);
    assertThat(tap.summary().delivered("anteroom.Wait")).isEqualTo(3);
    assertThat(tap.summary().delivered("anteroom.Stuck")).isZero();
    assertThat(tap.summary().lagMaxNanos())
        .isGreaterThanOrEqualTo(tap.summary().lagP99Nanos())
        .isPositive();
  }

  @Test
  void ofAnotherJvmAllRunsAreTakenAndNobodyKnowsWhatIsMissing() throws Exception {
    Path file = waits(new EventCounters(), 4);
    FlightTap tap = tap("contention", null);
    drain(tap, file);
    assertThat(tap.missing()).isEmpty();
    assertThat(tap.summary().lost()).isEmpty();
    assertThat(tap.summary().delivered("anteroom.Wait")).isEqualTo(4);
  }

  @Test
  void everyHandlerOfAnEventGetsItThoughOneBeforeItFails() throws Exception {
    Path file = waits(new EventCounters(), 12);
    FlightTap tap = tap("contention", null);
    List<Long> persons = new ArrayList<>();
    tap.onEvent(
        "anteroom.Wait",
        event -> {
          throw new IllegalStateException("no " + event.getLong("person"));
        });
    tap.onEvent("anteroom.Wait", event -> persons.add(event.getLong("person")));
    tap.onEvent("anteroom.Visit", event -> persons.add(-1L));
    drain(tap, file);
    assertThat(persons).hasSize(12).doesNotHaveDuplicates().doesNotContain(-1L);
    assertThat(tap.summary().errorCount()).isEqualTo(12);
    assertThat(tap.summary().errors())
        .hasSize(10)
        .allMatch(text -> text.startsWith("java.lang.IllegalStateException: no "));
  }

  @Test
  void entriesIntoMonitorsAreHandedOn() throws Exception {
    Path file = directory.resolve("monitor.jfr");
    Recorded.record(file, List.of(MonitorEntry.EVENT), Recorded::contend);
    FlightTap tap = tap("contention", new EventCounters());
    MonitorContention contention = new MonitorContention();
    tap.onMonitorEntry(contention::add);
    drain(tap, file);
    assertThat(contention.total().count()).isPositive();
    assertThat(contention.sites())
        .anyMatch(site -> site.frame().startsWith(Recorded.class.getName() + "."));
  }

  @Test
  void heldCarriersAreHandedOn() throws Exception {
    Path file = directory.resolve("pin.jfr");
    String pinned = CarrierHold.Kind.PINNED.eventName();
    Recorded.record(file, List.of(pinned), Recorded::pin);
    FlightTap tap = tap("pinning", null);
    PinSites sites = new PinSites(Blocking.class.getName());
    tap.onCarrierHold(sites::add);
    drain(tap, file);
    assertThat(tap.summary().delivered(pinned)).isPositive();
    assertThat(sites.sites())
        .anyMatch(site -> site.frame().startsWith(NativeUpcall.class.getName() + "."));
  }

  @Test
  void aMomentIsNotBelowAThresholdOfNothing() throws Exception {
    EventCounters counters = new EventCounters();
    Path file = directory.resolve("stuck.jfr");
    Recorded.record(file, OWN, () -> new StuckEvent().commitCounted(counters));
    FlightTap tap = tap("pinning", counters);
    drain(tap, file);
    assertThat(tap.summary().delivered("anteroom.Stuck")).isEqualTo(1);
    assertThat(tap.summary().belowThreshold()).isZero();
  }

  @Test
  void theRecordersOwnFailuresAreCounted() throws Exception {
    FlightTap tap = tap("pinning", null);
    try (EventStream stream = EventStream.openFile(waits(new EventCounters(), 1))) {
      tap.attach(failing(stream, new IOException("chunk is gone")));
    }
    assertThat(tap.summary().errorCount()).isEqualTo(1);
    assertThat(tap.summary().errors()).containsExactly("java.io.IOException: chunk is gone");
  }

  /** The stream, which fails as soon as somebody wants to know of its failures. */
  private static EventStream failing(EventStream stream, Throwable failure) {
    return (EventStream)
        Proxy.newProxyInstance(
            FlightTapTest.class.getClassLoader(),
            new Class<?>[] {EventStream.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("onError")) {
                @SuppressWarnings("unchecked")
                Consumer<Throwable> handler = (Consumer<Throwable>) arguments[0];
                handler.accept(failure);
              }
              return method.invoke(stream, arguments);
            });
  }

  @Test
  void whatTheSettingsDoNotRecordIsNotCounted() throws Exception {
    EventCounters counters = new EventCounters();
    Path file = waits(counters, 3);
    FlightTap tap = tap("pinning", counters);
    drain(tap, file);
    assertThat(tap.summary().delivered("anteroom.Wait")).isZero();
    assertThat(tap.missing()).doesNotContainKey("anteroom.Wait");
  }
}
