package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Run;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of several runs lies in the middle of its interval, but where that was cut. */
class FiguresInTheirIntervalsTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  /** Whoever gives up comes again: some replications have twice the visits of others. */
  private static final String STORM =
      """
      arrivals: poisson:49/s
      duration: 60s
      clock: simulated
      replications: 6
      pools: {servers: {rooms: 5, mode: semaphore-fair, order: priority, patience: fixed:1s}}
      journey: [{in: servers, do: [{hold: exponential:60ms}]},
                {in: servers, do: [{hold: exponential:40ms}]}]
      classes: {gold: {share: 10%, priority: 1}, other: {share: 90%, priority: 2}}
      retry-after: {pause: exponential:500ms, times: 10}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrivals=poisson:49/s rooms=5 hold=exponential:100ms patience=fixed:1s limit=20"
            + " duration=60s replications=8",
        "arrivals=poisson:2/s rooms=3 hold=exponential:1s visits=20000 warmup=auto replications=5",
        "arrivals=closed persons=30 visits=50 think=exponential:50ms rooms=3"
            + " hold=lognormal:50ms,cv=2 replications=6",
        "arrivals=at-once persons=500 rooms=7 hold=pareto:5ms,alpha=1.5 replications=6",
      })
  void ofReplications(String scenario) throws InterruptedException {
    requireInTheMiddle(replicated(Simulated.scenario(scenario)));
  }

  @Test
  void ofPoolsAndClasses() throws IOException, InterruptedException {
    requireInTheMiddle(replicated(storm()));
  }

  @Test
  void ofMergedRuns() throws IOException, InterruptedException {
    Run one = replicated(storm());
    requireInTheMiddle(MergedRuns.of(List.of(one, replicated(storm().withSeed(99)))));
    Scenario single =
        Simulated.scenario("arrivals=poisson:9/s rooms=1 hold=fixed:100ms visits=900");
    requireInTheMiddle(
        MergedRuns.of(
            List.of(
                Simulated.detailed(single.withSeed(5)),
                Simulated.detailed(single.withSeed(6)),
                replicated(single.withReplications(3)))));
  }

  private Scenario storm() throws IOException {
    return PARSER.parse(ScenarioFile.read(Files.writeString(folder.resolve("storm.yaml"), STORM)));
  }

  private static Run replicated(Scenario scenario) throws InterruptedException {
    return new Replications(scenario, List.of(), null, Simulated.THREADS).run();
  }

  private static void requireInTheMiddle(Run run) {
    Map<String, Estimate> estimates = Objects.requireNonNull(run.result().confidence()).metrics();
    assertThat(estimates).containsKeys("wait.mean", "wait.p50", "throughput");
    for (Metric metric : PartMetrics.withWhole(run.scenario())) {
      Estimate estimate = estimates.get(metric.name());
      if (estimate == null) {
        continue;
      }
      double figure = metric.measure(run).orElseThrow();
      assertThat(estimate.mean()).as(metric.name()).isCloseTo(figure, offset(1e-9 * figure));
      assertThat(estimate.low()).as(metric.name()).isLessThanOrEqualTo(figure * (1 + 1e-9));
      assertThat(estimate.high()).as(metric.name()).isGreaterThanOrEqualTo(figure * (1 - 1e-9));
    }
  }
}
