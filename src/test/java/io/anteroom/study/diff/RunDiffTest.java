package io.anteroom.study.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Run;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.ChangedRun;
import io.anteroom.statistics.Moments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDiffTest {
  private static final String SHORT = "hold=exponential:100ms visits=300 replications=8";
  private static final String BATCHED = "hold=exponential:100ms visits=200 replications=20";
  private static final String LONG = "hold=exponential:100ms visits=20000 replications=10";
  private static final String SLOWER = "hold=exponential:120ms visits=20000 replications=10";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void holdsThatAreAFifthLongerAreFound(long seed) throws InterruptedException {
    RunDiff diff =
        Given.diff(
            Given.run(LONG, seed),
            Given.run(SLOWER, 100 + seed),
            "wait.p99 +10%",
            "throughput -10%",
            "utilisation +10%");
    assertThat(diff.regressed()).isTrue();
    assertThat(diff.regressions())
        .extracting(Regression::verdict)
        .containsExactly(
            Regression.Verdict.FOUND, Regression.Verdict.NOT_FOUND, Regression.Verdict.FOUND);
    Change utilisation = Given.change(diff, "utilisation");
    assertThat(utilisation.contrast()).isEqualTo(Contrast.GREATER);
    assertThat(utilisation.relative()).isCloseTo(0.2, within(0.03));
    assertThat(diff.scenario()).extracting(Difference::key).containsExactly("hold", "seed");
    assertThat(diff.sameSchedule()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsNotThereIsNotFound(long seed) throws InterruptedException {
    RunDiff diff =
        Given.diff(
            Given.run(LONG, seed),
            Given.run(LONG, 100 + seed),
            "wait.p99 +10%",
            "wait.p99 -10%",
            "wait.p99 +60%",
            "utilisation +10%");
    assertThat(diff.regressed()).isFalse();
    assertThat(diff.regressions())
        .extracting(Regression::verdict)
        .doesNotContain(Regression.Verdict.FOUND)
        .endsWith(Regression.Verdict.NOT_FOUND, Regression.Verdict.NOT_FOUND);
  }

  /** Runs of one scenario under other seeds look different as often as chance has it: 1 in 20. */
  @Test
  void falseAlarmsAreAsRareAsTheyShouldBe() throws InterruptedException {
    int pairs = 200;
    List<String> judged = List.of("wait.mean", "wait.p90", "throughput", "utilisation");
    Map<String, Integer> alarms = new HashMap<>();
    for (int pair = 0; pair < pairs; pair++) {
      Run a = Given.run(SHORT, 2L * pair);
      Run b = Given.run(SHORT, 2L * pair + 1);
      RunDiff diff = Given.diff(a, b);
      for (String metric : judged) {
        Contrast contrast = Given.change(diff, metric).contrast();
        assertThat(contrast).isNotEqualTo(Contrast.NOT_JUDGED);
        alarms.merge(metric, contrast == Contrast.NONE_SHOWN ? 0 : 1, Integer::sum);
      }
    }
    BinomialDistribution chance = BinomialDistribution.of(pairs, 0.05);
    int least = chance.inverseCumulativeProbability(1e-4);
    int most = chance.inverseSurvivalProbability(1e-4);
    assertThat(alarms).hasSize(judged.size());
    alarms.forEach((metric, count) -> assertThat(count).as(metric).isBetween(least, most));
  }

  /** As above, for single runs, which are cut into batches. */
  @Test
  void falseAlarmsOfBatchesAreAsRare() throws InterruptedException {
    int pairs = 60;
    int alarms = 0;
    int judged = 0;
    for (int pair = 0; pair < pairs; pair++) {
      Run a = Given.run(BATCHED, 5000 + 2L * pair);
      Run b = Given.run(BATCHED, 5001 + 2L * pair);
      Evidence ofA = batched(a);
      Evidence ofB = batched(b);
      Moments samplesOfA = ofA.samples();
      Moments samplesOfB = ofB.samples();
      if (samplesOfA != null && samplesOfB != null) {
        judged++;
        Welch welch =
            new Welch(
                a.histograms().wait.getMean(), samplesOfA,
                b.histograms().wait.getMean(), samplesOfB);
        alarms += welch.contrast() == Contrast.NONE_SHOWN ? 0 : 1;
      }
    }
    BinomialDistribution chance = BinomialDistribution.of(judged, 0.05);
    assertThat(judged).isGreaterThan(pairs * 9 / 10);
    assertThat(alarms)
        .isBetween(
            chance.inverseCumulativeProbability(1e-4), chance.inverseSurvivalProbability(1e-4));
  }

  private static Evidence batched(Run run) {
    return new Batches(run).evidence(Metrics.find("wait.mean").orElseThrow());
  }

  /** Simulations give the same to the byte, but for where and when they ran. */
  @Test
  void simulationsOfTheSameSeedAreIdentical() throws InterruptedException {
    Run simulated = Given.run(SHORT, 7);
    Run run = new ChangedRun(simulated).run();
    Run again =
        new ChangedRun(simulated).set("environment/startedAt", "2031-01-01T00:00:00Z").run();
    assertThat(Given.diff(run, again, "wait.p99 +0%").same()).isTrue();
    assertThat(Given.diff(run, Given.run(SHORT, 8), "wait.p99 +0%").same()).isFalse();
  }

  @Test
  void theSameResultHasNoDifference() throws InterruptedException {
    Run run = Given.run(SHORT, 7);
    RunDiff diff = Given.diff(run, run, "wait.p99 +0%", "wait.max +0%");
    assertThat(diff.same()).isTrue();
    assertThat(diff.regressed()).isFalse();
    assertThat(diff.metrics()).extracting(Change::contrast).containsOnly(Contrast.NONE_SHOWN);
    assertThat(diff.environment()).noneMatch(Difference::differs);
    assertThat(diff.scenario()).isEmpty();
    assertThat(diff.sameSchedule()).isTrue();
  }

  @Test
  void intervalsAreOfTheRatioAndHoldTheTruth() {
    Moments ofA = Moments.of(new double[] {9, 10, 11, 10, 9, 11});
    Moments ofB = Moments.of(new double[] {12, 13, 11, 12, 13, 11});
    Welch welch = new Welch(10, ofA, 12, ofB);
    assertThat(welch.contrast()).isEqualTo(Contrast.GREATER);
    assertThat(welch.bounds().relative()).isTrue();
    assertThat(welch.bounds().low()).isBetween(0.05, 0.2);
    assertThat(welch.bounds().high()).isBetween(0.2, 0.35);
    Welch fromZero = new Welch(0, Moments.of(new double[] {0, 0, 0}), 12, ofB);
    assertThat(fromZero.bounds().relative()).isFalse();
    assertThat(fromZero.contrast()).isEqualTo(Contrast.GREATER);
    Welch fixed = new Welch(5, Moments.of(new double[] {5, 5}), 6, Moments.of(new double[] {6, 6}));
    assertThat(fixed.contrast()).isEqualTo(Contrast.GREATER);
    assertThat(fixed.bounds().low()).isCloseTo(0.2, within(1e-9));
  }

  /** Means 21.0 and 23.4, standard errors 1.61 and 0.86: t is 1.3, and with 5 more 4.1. */
  @Test
  void theVerdictIsWelchs() {
    Moments ofA = Moments.of(new double[] {27.5, 21.0, 19.0, 23.6, 17.0, 17.9});
    Moments ofB = Moments.of(new double[] {27.1, 22.0, 20.8, 23.4, 23.4, 23.5});
    assertThat(new Welch(ofA.mean(), ofA, ofB.mean(), ofB).contrast())
        .isEqualTo(Contrast.NONE_SHOWN);
    assertThat(new Welch(ofA.mean(), ofA, ofB.mean() + 5, shifted(ofB, 5)).contrast())
        .isEqualTo(Contrast.GREATER);
  }

  private static Moments shifted(Moments moments, double by) {
    return new Moments(moments.count(), moments.mean() + by, moments.squares());
  }

  @Test
  void aRunThatIsTooShortOrGoesSomewhereIsNotJudged() {
    Run brief = SampleRuns.completed();
    assertThat(Evidence.of(brief, Metrics.find("wait.p99").orElseThrow()).reason())
        .contains("it takes 10", "report --merge");
    assertThat(Evidence.of(brief, Metrics.find("canary.p99").orElseThrow()).reason())
        .contains("repeat the run");
    assertThat(Evidence.of(SampleRuns.stuck(), Metrics.find("wait.p50").orElseThrow()).reason())
        .isEqualTo("its outcome is stuck");
    Run growing = growing(brief);
    assertThat(Evidence.of(growing, Metrics.find("wait.mean").orElseThrow()).reason())
        .contains("depend on each other");
    assertThat(Evidence.of(growing, Metrics.find("wait.p99.9").orElseThrow()).reason())
        .contains("too few visits");
    assertThat(Evidence.of(growing, Metrics.find("hold.mean").orElseThrow()).samples()).isNotNull();
  }

  @Test
  void aMetricWithoutIntervalNeverFails() {
    RunDiff diff = Given.diff(SampleRuns.completed(), SampleRuns.abandonments(), "wait.max +0%");
    assertThat(diff.regressed()).isFalse();
    assertThat(diff.regressions().getFirst().verdict()).isEqualTo(Regression.Verdict.NOT_JUDGED);
    assertThat(diff.regressions().getFirst().change().reason()).isNotEmpty();
  }

  /** A run whose waits get longer and longer. */
  private static Run growing(Run run) {
    List<IntervalRecord> records = new ArrayList<>();
    Histograms all = Histograms.empty();
    for (int second = 0; second < 30; second++) {
      Histograms part = Histograms.empty();
      for (int visit = 0; visit < 100; visit++) {
        part.wait.recordValue(1_000_000L * second + 1000L * visit);
        part.hold.recordValue(5_000_000L + (second * 7919L + visit * 104_729L) % 1_000_000);
        part.response.recordValue(6_000_000L * (second + 1));
      }
      all.add(part);
      records.add(IntervalRecord.of(second * 1_000_000_000L, (second + 1) * 1_000_000_000L, part));
    }
    String json =
        StoredRun.RESULT
            .write(run.result())
            .replaceFirst("\"windowNanos\": \\d+", "\"windowNanos\": 30000000000");
    return new Run(run.scenario(), StoredRun.RESULT.read(json), all, records, List.of(), Map.of());
  }

  @Test
  void pinsAreComparedByCause() {
    Run pinned = SampleRuns.completed();
    Run free = SampleRuns.withoutNumbers();
    assertThat(Given.diff(pinned, free).pins().reason()).isEqualTo("B: not recorded (jfr off)");
    Pins same = Given.diff(pinned, SampleRuns.abandonments()).pins();
    assertThat(same.reason()).isEmpty();
    assertThat(same.causes()).extracting(Pins.Cause::fate).containsExactly(Pins.Fate.SAME);
  }

  @Test
  void jsonIsReadAgain() throws InterruptedException {
    RunDiff diff =
        Given.diff(Given.run(SHORT, 1), Given.run(SHORT, 2), "wait.p99 +10%", "wait.max +1%");
    RunDiff read = RunDiff.JSON.read(RunDiff.JSON.write(diff));
    assertThat(read.a()).isEqualTo(diff.a());
    assertThat(read.environment()).isEqualTo(diff.environment());
    assertThat(read.metrics()).extracting(Change::metric).hasSameSizeAs(diff.metrics());
    assertThat(read.regressions())
        .extracting(Regression::verdict)
        .isEqualTo(diff.regressions().stream().map(Regression::verdict).toList());
    assertThat(Objects.requireNonNull(diff.metrics().getFirst().bounds()).relative()).isTrue();
  }
}
