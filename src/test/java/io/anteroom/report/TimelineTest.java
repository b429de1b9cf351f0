package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.VisitOutcome;
import io.anteroom.measure.VisitRecord;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.report.facts.RunData.TimelineRow;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.ScenarioKey;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who was where, in several pools. */
class TimelineTest {
  private static final String PERSONS =
      """
      persons: 5
      visits: 2
      pools:
        workers: {rooms: 3, mode: semaphore-fair}
        connections: {rooms: 2, mode: semaphore-fair}
      journey:
        - in: workers
          do:
            - hold: exponential:3ms
            - in: connections
              do: [{hold: exponential:8ms}]
      """;

  private static Run run() {
    return SimulatedRun.detailed(
            new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2)
                .parse(
                    YamlText.settings(PERSONS).with(ScenarioKey.CLOCK, "simulated", "this test")))
        .run(Machine.now(1));
  }

  @Test
  void eachRowNamesTheRoomAndThePoolThatItsVisitHad() {
    Run run = run();
    List<String> pools = List.of("workers", "connections");

    assertThat(run.visits())
        .hasSize(2 * 2 * 5)
        .allMatch(visit -> visit.outcome() == VisitOutcome.COMPLETED);
    assertThat(Timeline.of(run))
        .extracting(TimelineRow::roomName)
        .containsExactlyElementsOf(
            run.visits().stream().map(visit -> roomName(visit, pools)).toList());
  }

  private static String roomName(VisitRecord visit, List<String> pools) {
    Integer room = visit.room();
    return pools.get(visit.pool()) + " " + (room == null ? "none" : room + 1);
  }

  @Test
  void thePictureHasARowForEachRoomPoolByPool() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SvgReport().write(run(), out);

    assertThat(out.toString(StandardCharsets.US_ASCII))
        .containsSubsequence(
            ">workers 1<", ">workers 2<", ">workers 3<", ">connections 1<", ">connections 2<")
        .contains(">person 1<");
  }
}
