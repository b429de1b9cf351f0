package io.anteroom.study.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Machine;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metrics;
import io.anteroom.run.simulate.SimulatedRun;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.scenario.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {
  private static final long SECOND = 1_000_000_000;
  private static final int VISITS_A_SECOND = 20;

  /** There are 10 rooms in the first half of a minute, and 4 in the second one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rooms: '10@0s,4@30s', mode: semaphore-fair, hold: 'exponential:20ms'",
        "{pools: {desks: {rooms: '6@0s,3@30s', mode: semaphore-fair},"
            + " tills: {rooms: '4@0s,1@30s', mode: semaphore-fair}},"
            + " journey: [{in: desks, do: [{hold: 'exponential:20ms'}]},"
            + " {in: tills, do: [{hold: 'exponential:2ms'}]}]"
      })
  void roomsThatAreClosedAreNotPartOfTheUtilisation(String pools) throws InterruptedException {
    Run run = run(pools + ", clock: simulated, arrivals: 'poisson:50/s', duration: 60s}");
    Evidence evidence = new Batches(withATenthInUse(run)).evidence(Metrics.UTILISATION);
    assertThat(Objects.requireNonNull(evidence.samples(), evidence.reason()).mean())
        .isCloseTo(0.1, within(0.002));
  }

  private static Run run(String yaml) throws InterruptedException {
    ScenarioParser parser = new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);
    return SimulatedRun.detailed(parser.parse(YamlText.settings(yaml))).run(Machine.now(1));
  }

  /** The same run, with intervals of a second, and a tenth of the open rooms in use in each. */
  private static Run withATenthInUse(Run run) {
    SplittableRandom random = new SplittableRandom(3);
    List<IntervalRecord> intervals = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      double rooms = second < 30 ? 10 : 4;
      Histograms histograms = Histograms.empty();
      for (int visit = 0; visit < VISITS_A_SECOND; visit++) {
        histograms.wait.recordValue(0);
        histograms.hold.recordValue(
            (long) (0.1 * rooms * SECOND / VISITS_A_SECOND * random.nextDouble(0.9, 1.1)));
      }
      intervals.add(IntervalRecord.of(second * SECOND, (second + 1) * SECOND, histograms));
    }
    return new Run(
        run.scenario(),
        run.result(),
        run.histograms(),
        intervals,
        run.visits(),
        run.attachments(),
        run.parts());
  }
}
