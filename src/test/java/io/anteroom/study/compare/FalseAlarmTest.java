package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Machine;
import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.run.jdk.Jdk;
import io.anteroom.scenario.Scenario;
import io.anteroom.study.cell.CellOutcome;
import io.anteroom.study.cell.CellRecord;
import io.anteroom.study.cell.Jvm;
import io.anteroom.study.replication.Replications;
import io.anteroom.study.replication.Samples;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A mode against itself, under seeds of its own each time: what differs is chance alone. */
class FalseAlarmTest {
  private static final int PAIRS = 1_000;
  private static final int FORKS = 3;

  /**
   * In 1,000 tries of probability 0.05 there are 35 to 66 hits with probability 0.976, and at most
   * 68 with probability 0.995 (binomial distribution).
   */
  private static final int FEWEST = 35;

  private static final int MOST = 66;

  private static final List<Metric> METRICS =
      List.of("wait.mean", "wait.p50", "wait.p90", "throughput", "utilisation", "fairness.jain")
          .stream()
          .map(name -> Metrics.find(name).orElseThrow())
          .toList();

  private static Scenario scenario;
  private static Samples samples;

  @BeforeAll
  static void simulateOften() throws InterruptedException {
    scenario =
        Given.simulated(
            "arrivals: poisson:900/s\nhold: exponential:1ms\nrooms: 1\nvisits: 600\n"
                + "mode: semaphore-fair\nwarmup: 10%\nreplications: "
                + PAIRS * FORKS * 2);
    Replications replications =
        new Replications(scenario, METRICS, null, Runtime.getRuntime().availableProcessors());
    replications.run();
    samples = replications.samples();
  }

  @Test
  void anyOfManyComparisonsIsAFalseAlarmNotOftenerThanTheLevelSays() {
    long alarms = alarms(METRICS);

    assertThat(alarms).isLessThanOrEqualTo(MOST);
  }

  @Test
  void oneComparisonIsAFalseAlarmAboutAsOftenAsTheLevelSays() {
    long alarms = alarms(METRICS.subList(0, 1));

    assertThat(alarms).isBetween((long) FEWEST, (long) MOST);
  }

  private static long alarms(List<Metric> metrics) {
    return IntStream.range(0, PAIRS).filter(pair -> alarm(pair, metrics)).count();
  }

  private static boolean alarm(int pair, List<Metric> metrics) {
    Jvm jvm = new Jvm(Jdk.current(), List.of());
    List<Arm> arms =
        List.of(new Arm("a", Map.of(), scenario, jvm), new Arm("a (2)", Map.of(), scenario, jvm));
    List<CellRecord> cells = new ArrayList<>();
    for (int fork = 0; fork < FORKS; fork++) {
      for (int arm = 0; arm < arms.size(); arm++) {
        cells.add(cell(fork, arms.get(arm), (pair * FORKS + fork) * 2 + arm, metrics));
      }
    }
    Comparison comparison =
        new Comparer(new Trial(arms, FORKS, true), metrics)
            .compare(cells, Machine.describe(OffsetDateTime.MIN, 1, -1));
    assertThat(comparison.contrasts()).hasSize(metrics.size());
    return comparison.contrasts().stream().anyMatch(ArmContrast::differs);
  }

  private static CellRecord cell(int fork, Arm arm, int sample, List<Metric> metrics) {
    Map<String, Double> figures = new HashMap<>();
    metrics.forEach(metric -> figures.put(metric.name(), samples.of(metric)[sample]));
    return new CellRecord(
        CellRecord.SCHEMA,
        "cell",
        Map.of(Trial.FORK, Integer.toString(fork), Trial.ARM, arm.label()),
        "25",
        CellOutcome.COMPLETED,
        "",
        null,
        0,
        "sum",
        figures,
        List.of(),
        null,
        null,
        null,
        null);
  }
}
