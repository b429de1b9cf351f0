package io.anteroom.run.engine;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.modes.activity.RoomActivity;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.result.PartLabel;
import io.anteroom.result.PartResult;
import io.anteroom.result.Run;
import io.anteroom.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the flight recording of a run of journeys shows of the visits to each pool. */
@Timeout(60)
class JourneyFlightTest {
  private static final String IMPATIENT =
      """
      persons: 6
      visits: 5
      pools:
        workers: {rooms: 4, mode: semaphore-fair}
        connections: {rooms: 1, mode: timed, line: shared, patience: fixed:20ms}
      journey:
        - in: workers
          do:
            - hold: fixed:1ms
            - in: connections
              do: [{hold: "fixed:50ms"}]
      """;

  private static Run run(String yaml, String jfr) throws Exception {
    Scenario given = Scenarios.ofYaml(yaml);
    Scenario scenario = given.with(given.conduct().withJfr(jfr));
    try (RoomActivity activity = RoomActivities.sleep()) {
      return new Engine(scenario, activity, new WallClock(), null).run();
    }
  }

  private static List<RecordedEvent> recorded(Run run) throws Exception {
    Path file = run.attachments().get("recording.jfr");
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    Files.delete(file);
    return events;
  }

  private static List<RecordedEvent> named(String name, List<RecordedEvent> events) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  private static Map<String, Long> byPool(List<RecordedEvent> events) {
    return events.stream().collect(groupingBy(event -> event.getString("pool"), counting()));
  }

  private static PartResult part(Run run, String pool) {
    return run.result().part(new PartLabel(pool, null)).orElseThrow();
  }

  private static long entered(Run run, String pool) {
    return part(run, pool).visits().completed();
  }

  @Test
  void eachVisitToEachPoolIsThereWithItsPool() throws Exception {
    Run run = run(IMPATIENT, "full");
    List<RecordedEvent> events = recorded(run);
    long gaveUp = part(run, "connections").visits().abandoned();

    assertThat(gaveUp).isPositive();
    assertThat(byPool(named("anteroom.Abandonment", events)))
        .isEqualTo(Map.of("connections", gaveUp));
    // Whoever gives up in the inner pool has entered the outer one, and leaves it.
    Map<String, Long> visits =
        Map.of("workers", entered(run, "workers"), "connections", entered(run, "connections"));
    assertThat(byPool(named("anteroom.Visit", events))).isEqualTo(visits);
    assertThat(byPool(named("anteroom.Wait", events))).isEqualTo(visits);
    assertThat(visits).containsEntry("workers", 30L);
    assertThat(run.result().flight().events())
        .containsEntry("anteroom.Abandonment", gaveUp)
        .containsEntry("anteroom.Visit", 30 + entered(run, "connections"));
    assertThat(run.result().flight().lost()).isZero();
  }

  @Test
  void anEventTellsWhoWasWhereAndForHowLong() throws Exception {
    Run run = run(IMPATIENT, "full");
    List<RecordedEvent> events = recorded(run);

    assertThat(named("anteroom.Visit", events))
        .filteredOn(event -> event.getString("pool").equals("connections"))
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.getDuration().toMillis()).isGreaterThanOrEqualTo(45);
              assertThat(event.getString("mode")).isEqualTo("timed");
              assertThat(event.getString("line")).isEqualTo("shared");
              assertThat(event.getInt("room")).isEqualTo(1);
            });
    assertThat(named("anteroom.Wait", events))
        .filteredOn(event -> event.getString("pool").equals("workers"))
        .extracting(event -> event.getLong("person") + "/" + event.getLong("visit"))
        .hasSize(30)
        .doesNotHaveDuplicates()
        .contains("1/1", "6/5");
    assertThat(named("anteroom.Abandonment", events))
        .allSatisfy(
            event -> {
              assertThat(event.getDuration().toNanos() + event.getLong("lateness"))
                  .isGreaterThanOrEqualTo(15_000_000);
              assertThat(event.getInt("attempts")).isPositive();
            });
    double recordedMean =
        named("anteroom.Wait", events).stream()
            .filter(event -> event.getString("pool").equals("workers"))
            .mapToLong(event -> event.getDuration().toNanos() + event.getLong("lateness"))
            .average()
            .orElseThrow();
    double histogramMean = part(run, "workers").durations().waits().meanNanos();
    assertThat(recordedMean).isBetween(0.8 * histogramMean, 1.25 * histogramMean);
  }

  /** The same settings as for one pool decide what is recorded; rooms of pools are not mixed. */
  @Test
  void settingsDecideWhatIsRecorded() throws Exception {
    Run run = run(IMPATIENT, "pinning");
    List<RecordedEvent> events = recorded(run);

    assertThat(named("anteroom.Abandonment", events)).isNotEmpty();
    assertThat(named("anteroom.Wait", events)).isEmpty();
    assertThat(named("anteroom.Visit", events)).isEmpty();
    assertThat(run.result().flight().waitsByRoom()).isEmpty();
    Run off = run(IMPATIENT, "off");
    assertThat(off.attachments()).doesNotContainKey("recording.jfr");
  }

  @Test
  void whereNobodyCanGiveUpNoEventIsBegunForIt() throws Exception {
    Run run =
        run(
            """
            persons: 4
            visits: 2
            pools:
              first: {rooms: 1, mode: semaphore-fair}
              second: {rooms: 2, mode: semaphore}
            journey:
              - in: first
                do: [{hold: "fixed:1ms"}]
              - in: second
                do: [{hold: "fixed:1ms"}]
            """,
            "contention");
    List<RecordedEvent> events = recorded(run);

    assertThat(byPool(named("anteroom.Wait", events))).isEqualTo(Map.of("first", 8L, "second", 8L));
    assertThat(named("anteroom.Abandonment", events)).isEmpty();
    assertThat(run.result().flight().waitsByRoom()).isEmpty();
  }
}
