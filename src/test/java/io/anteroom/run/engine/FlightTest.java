package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.JvmClaim;
import io.anteroom.measure.flight.FlightSettings;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.FlightReport;
import io.anteroom.result.FlightReport.RoomWaits;
import io.anteroom.result.FlightReport.Site;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Pinning;
import io.anteroom.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run's flight recording shows on the JDK that runs the tests; two carriers. */
@Timeout(120)
class FlightTest {
  private static final boolean MONITORS_PIN = Runtime.version().feature() < 24;

  @TempDir Path directory;

  private static Run run(String keysAndValues) throws Exception {
    Scenario scenario = Scenarios.of(keysAndValues);
    try (RoomActivity activity = RoomActivities.create(scenario)) {
      return new Engine(scenario, activity, new WallClock(), null).run();
    }
  }

  private static List<RecordedEvent> recorded(Run run) throws Exception {
    Path file = run.attachments().get("recording.jfr");
    assertThat(file).isNotEmptyFile();
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    Files.delete(file);
    return events;
  }

  /** Room counts of four digits are kept rounded up. */
  @Test
  void noMoreRoomsAreInUseThanThereAre() throws Exception {
    Run run = run("mode=semaphore persons=5500 rooms=5000 hold=fixed:200ms jfr=pinning");
    assertThat(run.result().pinning().effectiveRooms()).isBetween(1L, 5_000L);
  }

  @Test
  @JvmClaim
  void privateMonitorsPinUntilJdk24AndLeaveAsManyRoomsAsCarriers() throws Exception {
    Run run = run("mode=synchronized persons=100 rooms=16 hold=fixed:5ms jfr=pinning");
    Pinning pinning = run.result().pinning();
    assertThat(pinning.count()).isNotNull();
    if (MONITORS_PIN) {
      assertThat(pinning.count()).isGreaterThanOrEqualTo(100);
      assertThat(pinning.carrierNanos()).isGreaterThanOrEqualTo(100 * 5_000_000L);
      assertThat(pinning.effectiveRooms()).isBetween(1L, 2L);
      assertThat(pinning.sites().getFirst().frame())
          .startsWith("io.anteroom.modes.activity.SleepActivity.perform");
      assertThat(run.attachments()).containsKey("pins.collapsed");
    } else {
      assertThat(pinning.count()).isZero();
      assertThat(pinning.effectiveRooms()).isGreaterThan(2);
    }
    assertThat(recorded(run)).isNotNull();
  }

  @Test
  @JvmClaim
  void classInitialisersPinOnEveryJdk() throws Exception {
    Run run =
        run("mode=semaphore activity=class-init persons=20 rooms=8 hold=fixed:5ms jfr=pinning");
    Pinning pinning = run.result().pinning();
    assertThat(pinning.count()).isGreaterThanOrEqualTo(20);
    Site site = pinning.sites().getFirst();
    assertThat(site.frame()).contains("SlowClass.<clinit>");
    assertThat(site.count()).isGreaterThanOrEqualTo(20);
    assertThat(site.reasons().getFirst().reason()).contains("<clinit>");
    assertThat(site.reasons().getFirst().stack()).isNotEmpty();
  }

  @Test
  void everyWaitIsCommittedDeliveredAndDumped() throws Exception {
    Run run = run("mode=semaphore persons=500 visits=4 rooms=8 hold=fixed:100us jfr=contention");
    FlightReport flight = run.result().flight();
    assertThat(flight.events()).containsEntry("anteroom.Wait", 2_000L);
    assertThat(flight.lost()).isZero();
    assertThat(flight.problems()).isEmpty();
    assertThat(flight.stopNanos()).isPositive();
    assertThat(flight.waitsByRoom().stream().mapToLong(RoomWaits::count).sum()).isEqualTo(2_000);
    List<RecordedEvent> waits =
        recorded(run).stream()
            .filter(event -> event.getEventType().getName().equals("anteroom.Wait"))
            .toList();
    assertThat(waits).hasSize(2_000);
    double recordedMean =
        waits.stream()
            .mapToLong(wait -> wait.getDuration().toNanos() + wait.getLong("lateness"))
            .average()
            .orElseThrow();
    double histogramMean = run.result().waits().meanNanos();
    assertThat(recordedMean).isBetween(0.9 * histogramMean, 1.1 * histogramMean);
  }

  /** As {@code jcmd JFR.stop} does. */
  @Test
  void aRecordingThatSomebodyElseEndsCostsNoRunItsResult() throws Exception {
    Scenario scenario = Scenarios.of("mode=semaphore persons=20 rooms=4 visits=4 jfr=contention");
    List<Recording> before = FlightRecorder.getFlightRecorder().getRecordings();
    RoomActivity ending =
        new RoomActivity() {
          @Override
          public void perform(long holdNanos) {
            List<Recording> own =
                new ArrayList<>(FlightRecorder.getFlightRecorder().getRecordings());
            own.removeAll(before);
            own.forEach(Recording::close);
          }

          @Override
          public void close() {}
        };
    Run run = new Engine(scenario, ending, new WallClock(), null).run();
    assertThat(run.result().visits().completed()).isEqualTo(80);
    assertThat(run.attachments()).doesNotContainKey("recording.jfr");
    assertThat(run.result().flight().problems())
        .hasSize(2)
        .contains("somebody else stopped the recording; what came after that is missing")
        .anyMatch(problem -> problem.startsWith("recording.jfr can't be written: "));
    assertThat(run.result().pinning().count()).isNull();
    assertThat(run.result().flight().pinsUnknown()).isEqualTo("not recorded to the end");
  }

  @Test
  void aStuckRunAndGivingUpAreEventsToo() throws Exception {
    Run stuck =
        run("mode=try-spin persons=10 rooms=1 hold=fixed:5ms stuck-after=300ms jfr=pinning");
    assertThat(stuck.result().flight().events()).containsEntry("anteroom.Stuck", 1L);
    Run impatient =
        run("mode=semaphore persons=20 rooms=1 hold=fixed:20ms patience=fixed:50ms jfr=full");
    long abandoned = impatient.result().visits().abandoned();
    assertThat(abandoned).isPositive();
    assertThat(impatient.result().flight().events())
        .containsEntry("anteroom.Abandonment", abandoned)
        .containsEntry("anteroom.Visit", impatient.result().visits().completed());
  }

  private static List<RecordedEvent> abandonments(Run run) throws Exception {
    return recorded(run).stream()
        .filter(event -> event.getEventType().getName().equals("anteroom.Abandonment"))
        .toList();
  }

  /** Whoever comes back at once is not late, so the event is as long as the patience. */
  @Test
  void theEventOfGivingUpSpansTheWait() throws Exception {
    Run run =
        run(
            "mode=semaphore arrivals=at-once persons=3 rooms=1 visits=6 hold=fixed:150ms"
                + " patience=fixed:50ms jfr=pinning");
    List<RecordedEvent> events = abandonments(run);
    assertThat(events).hasSize((int) run.result().visits().abandoned()).isNotEmpty();
    assertThat(events)
        .allSatisfy(
            event ->
                assertThat(event.getDuration().toNanos() + event.getLong("lateness"))
                    .isGreaterThanOrEqualTo(45_000_000));
    assertThat(events.stream().filter(event -> event.getLong("lateness") == 0).toList())
        .isNotEmpty()
        .anySatisfy(
            event -> assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(45)));
    assertThat(events).allSatisfy(event -> assertThat(event.getInt("room")).isEqualTo(-1));
  }

  @Test
  void aThresholdKeepsTheLongWaitsOfThoseWhoGaveUp() throws Exception {
    Path settings =
        Files.writeString(
            directory.resolve("long.jfc"),
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="anteroom.Abandonment">
                <setting name="enabled">true</setting>
                <setting name="threshold">20 ms</setting>
              </event>
            </configuration>
            """);
    Run run =
        run(
            "mode=timed line=per-room choice=sticky arrivals=closed persons=3 rooms=1 visits=4"
                + " hold=fixed:200ms patience=fixed:80ms timeout=10ms jfr="
                + settings);
    assertThat(abandonments(run))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
              assertThat(event.getInt("room")).isEqualTo(1);
            });
  }

  @Test
  void whereNobodyCanGiveUpNoEventIsBegunForIt() throws Exception {
    assertThat(abandonmentBegins("persons=1", "full")).isFalse();
    assertThat(abandonmentBegins("persons=1 patience=fixed:1s", "full")).isTrue();
    Path settings =
        Files.writeString(
            directory.resolve("waits.jfc"),
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="anteroom.Wait">
                <setting name="enabled">true</setting>
              </event>
            </configuration>
            """);
    assertThat(abandonmentBegins("persons=1 patience=fixed:1s", settings.toString())).isFalse();
  }

  private static boolean abandonmentBegins(String keysAndValues, String settings) throws Exception {
    Flight flight =
        Objects.requireNonNull(
            Flight.start(FlightSettings.of(settings), Scenarios.of(keysAndValues)));
    try {
      return flight.visitsTo(0).abandonmentBegins() != null;
    } finally {
      for (Path file : flight.stop(1, 1).files().values()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void withoutJfrNothingIsClaimed() throws Exception {
    RunResult result = run("mode=semaphore persons=10 jfr=off").result();
    assertThat(result.pinning().count()).isNull();
    assertThat(result.flight()).isEqualTo(FlightReport.OFF);
  }
}
