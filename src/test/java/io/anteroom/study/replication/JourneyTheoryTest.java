package io.anteroom.study.replication;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.activity.RoomActivities;
import io.anteroom.result.Run;
import io.anteroom.result.metric.JourneyFigures;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.PartMetrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.scenario.Scenario;
import io.anteroom.scenario.ScenarioFile;
import io.anteroom.scenario.ScenarioParser;
import io.anteroom.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulated journeys hold what queueing theory says of networks and of priorities, and so do the
 * formulas of the product. They are written out here once more, from their sources. The intervals
 * are those of 20 replications, taken twice as wide: then a correct simulator fails one test in ten
 * thousand, and the seed is fixed.
 */
class JourneyTheoryTest {
  private static final ScenarioParser PARSER =
      new ScenarioParser(LockingModes.traits(), RoomActivities.traits(), 2);

  private static final String COBHAM =
      """
      arrivals: poisson:8/s
      visits: 60000
      warmup: 10%
      clock: simulated
      pools: {room: {rooms: 1, mode: semaphore-fair, order: priority}}
      journey: [{in: room, do: [{hold: fixed:100ms}]}]
      classes:
        gold: {share: 25%, priority: 1}
        silver: {share: 25%, priority: 2}
        bronze: {share: 50%, priority: 3}
      """;

  @TempDir private Path folder;

  /** Jackson: Networks of Waiting Lines, Operations Research 5, 1957. */
  @Test
  void eachPoolOfAnOpenNetworkIsAQueueOfItsOwn() throws IOException, InterruptedException {
    Run run =
        run(
            """
            arrivals: poisson:12/s
            visits: 40000
            warmup: 10%
            clock: simulated
            pools:
              first: {rooms: 2, mode: semaphore-fair}
              second: {rooms: 3, mode: semaphore-fair}
              third: {}
            journey:
              - in: first
                do: [{hold: exponential:120ms}]
              - in: second
                chance: 50%
                do: [{hold: exponential:350ms}]
              - in: third
                chance: 25%
                do: [{hold: exponential:200ms}]
            """);

    assertHolds(run, "wait.mean{pool=first}", erlangWait(12, 0.120, 2));
    assertHolds(run, "wait.mean{pool=second}", erlangWait(6, 0.350, 3));
    assertHolds(run, "wait.mean{pool=third}", erlangWait(3, 0.200, 1));
    assertHolds(run, "utilisation{pool=second}", 6 * 0.350 / 3);
    assertHolds(
        run,
        "response.mean",
        0.120
            + erlangWait(12, 0.120, 2)
            + (0.350 + erlangWait(6, 0.350, 3)) / 2
            + (0.200 + erlangWait(3, 0.200, 1)) / 4);
  }

  /** Reiser, Lavenberg: Mean-Value Analysis of Closed Multichain Queuing Networks, 1980. */
  @Test
  void aClosedNetworkHasTheThroughputOfMeanValueAnalysis()
      throws IOException, InterruptedException {
    Run run =
        run(
            """
            arrivals: closed
            persons: 12
            think: exponential:300ms
            visits: 4000
            warmup: 10%
            clock: simulated
            pools: {disk: {rooms: 1}, processor: {rooms: 1}}
            journey:
              - in: processor
                do: [{hold: exponential:40ms}]
              - in: disk
                do: [{hold: exponential:60ms}]
            """);

    double[] residence = meanValueAnalysis(12, 0.300, new double[] {0.060, 0.040});
    double throughput = 12 / (0.300 + residence[0] + residence[1]);

    assertHolds(run, "throughput", throughput);
    assertHolds(run, "utilisation{pool=disk}", throughput * 0.060);
    assertHolds(run, "response.mean{pool=disk}", residence[0]);
    assertHolds(run, "response.mean{pool=processor}", residence[1]);
  }

  /** Cobham: Priority Assignment in Waiting Line Problems, Operations Research 2, 1954. */
  @Test
  void oneRoomWithPrioritiesWaitsAsCobhamSays() throws IOException, InterruptedException {
    Run run = run(COBHAM);

    double residual = 8 * 0.1 * 0.1 / 2;

    assertHolds(run, "wait.mean{class=gold}", residual / (1 - 0.2));
    assertHolds(run, "wait.mean{class=silver}", residual / (1 - 0.2) / (1 - 0.4));
    assertHolds(run, "wait.mean{class=bronze}", residual / (1 - 0.4) / (1 - 0.8));
    assertThat(RunVerdict.of(run).kind()).isEqualTo(VerdictKind.COMPLETED);

    // The same figures under a scenario in which silver goes before gold: the whole is the same.
    RunVerdict contradicted =
        RunVerdict.of(
            under(
                scenario(
                    COBHAM.replace(": 1}", ": 9}").replace(": 2}", ": 1}").replace(": 9}", ": 2}")),
                run));
    assertThat(contradicted.kind()).isEqualTo(VerdictKind.THEORY_DISAGREES);
    assertThat(contradicted.headline())
        .contains("wait.mean{class=gold} is ", "by theory (M/D/1 with priorities, Cobham)");
  }

  /** Kella, Yechiali: Waiting Times in the Non-Preemptive Priority M/M/c Queue, 1985. */
  @Test
  void severalRoomsWithPrioritiesWaitAsKellaAndYechialiSay()
      throws IOException, InterruptedException {
    Run run =
        run(
            """
            arrivals: poisson:24/s
            visits: 60000
            warmup: 10%
            clock: simulated
            pools: {rooms: {rooms: 3, mode: semaphore-fair, order: priority}}
            journey: [{in: rooms, do: [{hold: exponential:100ms}]}]
            classes:
              gold: {share: 25%, priority: 1}
              silver: {share: 75%, priority: 2}
            """);

    double ofAllBusy = erlangC(24 * 0.1, 3) * 0.1 / 3;

    assertHolds(run, "wait.mean{class=gold}", ofAllBusy / (1 - 0.2));
    assertHolds(run, "wait.mean{class=silver}", ofAllBusy / (1 - 0.2) / (1 - 0.8));
  }

  /** Miller: Priority Queues, The Annals of Mathematical Statistics 31, 1960. */
  @Test
  void oneRoomFromWhichPersonsAreSentOutWaitsAsMillerSays()
      throws IOException, InterruptedException {
    Run run = run(COBHAM.replace("order: priority", "order: preempt-resume"));

    double first = 2 * 0.01 / 2;
    double second = 4 * 0.01 / 2;
    double third = 8 * 0.01 / 2;

    assertHolds(run, "wait.mean{class=gold}", first / (1 - 0.2));
    assertHolds(run, "wait.mean{class=silver}", second / 0.8 / 0.6 + 0.1 / 0.8 - 0.1);
    assertHolds(run, "wait.mean{class=bronze}", third / 0.6 / 0.2 + 0.1 / 0.6 - 0.1);
    assertHolds(run, "utilisation{pool=room}", 0.8);
    assertThat(RunVerdict.of(run).kind()).isEqualTo(VerdictKind.COMPLETED);
  }

  /** Buzen, Bondi: The Response Times of Priority Classes under Preemptive Resume, 1983. */
  @Test
  void severalRoomsFromWhichPersonsAreSentOutWaitAsBuzenAndBondiSay()
      throws IOException, InterruptedException {
    Run run =
        run(
            """
            arrivals: poisson:24/s
            visits: 60000
            warmup: 10%
            clock: simulated
            pools: {rooms: {rooms: 3, mode: semaphore-fair, order: preempt-resume}}
            journey: [{in: rooms, do: [{hold: exponential:100ms}]}]
            classes:
              gold: {share: 25%, priority: 1}
              silver: {share: 75%, priority: 2}
            """);

    double gold = erlangWait(6, 0.1, 3);
    double all = erlangWait(24, 0.1, 3);

    assertHolds(run, "wait.mean{class=gold}", gold);
    assertHolds(run, "wait.mean{class=silver}", (24 * all - 6 * gold) / 18);
    assertHolds(run, "wait.mean", all);
  }

  /** By hand, as Allen: Probability, Statistics and Queueing Theory has it. */
  @Test
  void theFormulasOfThisTestGiveKnownValues() {
    assertThat(erlangC(2, 3)).isBetween(0.44444, 0.44445);
    assertThat(erlangWait(1, 0.5, 1)).isBetween(0.4999, 0.5001);
    double[] one = meanValueAnalysis(1, 1, new double[] {0.5});
    assertThat(one[0]).isEqualTo(0.5);
    double[] two = meanValueAnalysis(2, 1, new double[] {0.5});
    assertThat(two[0]).as("0.5 (1 + 1/3)").isBetween(0.66666, 0.66667);
  }

  private static double erlangWait(double perSecond, double holdSeconds, int rooms) {
    double load = perSecond * holdSeconds;
    return erlangC(load, rooms) * holdSeconds / (rooms - load);
  }

  private static double erlangC(double load, int rooms) {
    double term = 1;
    double sum = 1;
    for (int busy = 1; busy < rooms; busy++) {
      term *= load / busy;
      sum += term;
    }
    double last = term * load / rooms * rooms / (rooms - load);
    return last / (sum + last);
  }

  /** How long a person is at each station on average: first in line, then served. */
  private static double[] meanValueAnalysis(int persons, double think, double[] holds) {
    double[] present = new double[holds.length];
    double[] residence = new double[holds.length];
    for (int among = 1; among <= persons; among++) {
      double round = think;
      for (int station = 0; station < holds.length; station++) {
        residence[station] = holds[station] * (1 + present[station]);
        round += residence[station];
      }
      for (int station = 0; station < holds.length; station++) {
        present[station] = among / round * residence[station];
      }
    }
    return residence;
  }

  private static void assertHolds(Run run, String metric, double expected) {
    Estimate estimate = requireNonNull(run.result().confidence()).metrics().get(metric);
    boolean duration = metric.contains("wait") || metric.contains("response");
    double scale = duration ? 1e9 : 1;
    Metric known = PartMetrics.find(metric, PartNames.of(run.scenario())).orElseThrow();
    assertThat(JourneyFigures.of(run.scenario()).figure(known).orElseThrow() / scale)
        .as("what the product says of " + metric)
        .isCloseTo(expected, withPercentage(1e-4));
    double mean = requireNonNull(estimate, metric).mean() / scale;
    double half = (estimate.high() - estimate.low()) / 2 / scale;
    assertThat(expected).as(metric).isBetween(mean - 2 * half, mean + 2 * half);
    assertThat(half / mean).as("how sure " + metric + " is").isLessThan(0.1);
  }

  private Run run(String yaml) throws IOException, InterruptedException {
    return new Replications(scenario(yaml), List.of(), null, 2).run();
  }

  private Scenario scenario(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("network.yaml"), yaml);
    return PARSER.parse(ScenarioFile.read(file));
  }

  private static Run under(Scenario scenario, Run run) {
    return new Run(
        scenario,
        run.result(),
        run.histograms(),
        run.intervals(),
        run.visits(),
        run.attachments(),
        run.parts());
  }
}
