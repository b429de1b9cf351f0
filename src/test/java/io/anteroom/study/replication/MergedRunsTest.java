package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.anteroom.measure.DurationKind;
import io.anteroom.measure.Histograms;
import io.anteroom.measure.IntervalRecord;
import io.anteroom.result.Ending;
import io.anteroom.result.Environment;
import io.anteroom.result.Latency;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import io.anteroom.result.RunResult.Confidence;
import io.anteroom.result.RunResult.VisitCounts;
import io.anteroom.result.SampleRuns;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.store.StoredRun;
import io.anteroom.result.verdict.ChangedRun;
import io.anteroom.result.verdict.JudgedRuns;
import io.anteroom.result.verdict.RunVerdict;
import io.anteroom.result.verdict.VerdictKind;
import io.anteroom.run.simulate.Simulator;
import io.anteroom.scenario.Scenario;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MergedRunsTest {
  private static final JsonType<Latency> LATENCY = Jsonb.builder().build().type(Latency.class);

  private static final String IMPATIENT =
      "rooms=4 arrivals=poisson:45/s hold=exponential:100ms patience=exponential:200ms visits=";

  @Test
  void anyOrderGivesTheSameBytes() {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      List<Run> runs = runs(2 + random.nextInt(6), 100 + random.nextInt(900), 1000 * round);
      String json = StoredRun.RESULT.write(MergedRuns.of(runs).result());
      for (int order = 0; order < 5; order++) {
        Collections.shuffle(runs, random);
        assertThat(StoredRun.RESULT.write(MergedRuns.of(runs).result())).isEqualTo(json);
      }
    }
  }

  @Test
  void howTheyAreGroupedDoesNotMatter() {
    Random random = new Random(6);
    for (int round = 0; round < 20; round++) {
      List<Run> runs = runs(4 + random.nextInt(6), 600, 1000 * round);
      Run whole = MergedRuns.of(runs);
      Collections.shuffle(runs, random);
      int cut = 1 + random.nextInt(runs.size() - 1);
      Run parts =
          MergedRuns.of(
              List.of(
                  MergedRuns.of(runs.subList(cut, runs.size())),
                  MergedRuns.of(runs.subList(0, cut))));
      assertSameDistributions(parts.histograms(), whole.histograms());
      assertThat(parts.result().visits()).isEqualTo(whole.result().visits());
      assertThat(parts.result().waits()).isEqualTo(whole.result().waits());
      assertThat(parts.result().throughputPerSecond())
          .isCloseTo(whole.result().throughputPerSecond(), within(1e-9));
      assertSameConfidence(confidence(parts), confidence(whole));
    }
  }

  private static void assertSameDistributions(Histograms one, Histograms other) {
    assertThat(one.wait).isEqualTo(other.wait);
    assertThat(one.uncorrectedWait).isEqualTo(other.uncorrectedWait);
    assertThat(one.hold).isEqualTo(other.hold);
    assertThat(one.response).isEqualTo(other.response);
    assertThat(one.abandonedWait).isEqualTo(other.abandonedWait);
  }

  private static void assertSameConfidence(Confidence one, Confidence other) {
    assertThat(one.replications()).isEqualTo(other.replications());
    assertThat(one.metrics().keySet()).isEqualTo(other.metrics().keySet()).contains("wait.p90");
    one.metrics()
        .forEach(
            (name, estimate) -> {
              Estimate expected = Objects.requireNonNull(other.metrics().get(name));
              // How much each sample of a merged run weighs is not kept.
              double tolerance = 0.2 * expected.reach() + 1e-7 * Math.abs(expected.high());
              assertThat(estimate.mean())
                  .as(name)
                  .isCloseTo(expected.mean(), withinPercentage(1e-6));
              assertThat(estimate.low()).as(name).isCloseTo(expected.low(), within(tolerance));
              assertThat(estimate.high()).as(name).isCloseTo(expected.high(), within(tolerance));
            });
  }

  @Test
  void nothingIsLostAndNothingCountsTwice() {
    List<Run> runs = runs(5, 700, 1);
    Run merged = MergedRuns.of(runs);
    Histograms sum = Histograms.empty();
    runs.forEach(run -> sum.add(run.histograms()));
    assertSameDistributions(merged.histograms(), sum);
    VisitCounts visits = merged.result().visits();
    assertThat(visits.completed() + visits.abandoned() + visits.censored()).isEqualTo(5 * 700);
    assertThat(visits.completed()).isEqualTo(sum.wait.getTotalCount());
    assertThat(merged.intervals()).hasSize(5);
    assertThat(merged.result().windowNanos())
        .isEqualTo(runs.stream().mapToLong(run -> run.result().windowNanos()).sum());
    assertThat(merged.intervals().getLast().endNanos())
        .isEqualTo(runs.stream().mapToLong(run -> run.intervals().getLast().endNanos()).sum());
    double completed =
        runs.stream()
            .mapToDouble(
                run -> run.result().throughputPerSecond() * run.result().windowNanos() / 1e9)
            .sum();
    assertThat(merged.result().throughputPerSecond())
        .isCloseTo(completed * 1e9 / merged.result().windowNanos(), within(1e-9));
  }

  @Test
  void theIntervalIsAboutTheFigureOfAllVisits() {
    List<Run> runs = runs(6, 700, 1);
    double[] means = runs.stream().mapToDouble(run -> run.result().waits().meanNanos()).toArray();
    double[] visits = runs.stream().mapToDouble(run -> run.result().waits().count()).toArray();
    Run all = MergedRuns.of(runs);
    Estimate expected =
        Estimates.around(all.result().waits().meanNanos(), means, visits, Estimates.LEVEL);
    Estimate merged = Objects.requireNonNull(confidence(all).metrics().get("wait.mean"));
    assertThat(merged.mean()).isCloseTo(expected.mean(), within(1e-3));
    assertThat(merged.low()).isCloseTo(expected.low(), within(expected.mean() * 1e-9));
    assertThat(merged.high()).isCloseTo(expected.high(), within(expected.mean() * 1e-9));
  }

  @Test
  void replicationsAreAsManySamplesAsTheyAre() throws InterruptedException {
    Run merged = MergedRuns.of(List.of(replicated(1), replicated(2)));
    assertThat(confidence(merged).replications()).isEqualTo(20);
    assertThat(merged.scenario().conduct().replications()).isEqualTo(20);
    assertThat(Objects.requireNonNull(merged.result().simulation()).seeds())
        .hasSize(20)
        .doesNotHaveDuplicates();
    Estimate one = Objects.requireNonNull(confidence(replicated(1)).metrics().get("wait.mean"));
    Estimate both = Objects.requireNonNull(confidence(merged).metrics().get("wait.mean"));
    assertThat(both.high() - both.low()).isLessThan(one.high() - one.low());
  }

  private static Run replicated(long seed) throws InterruptedException {
    Scenario scenario = Simulated.scenario(IMPATIENT + "500 replications=10").withSeed(seed);
    return new Replications(scenario, List.of(), null, Simulated.THREADS).run();
  }

  @Test
  void oneRunAloneStaysAsItIs() {
    Run run = runs(1, 500, 3).getFirst();
    assertThat(StoredRun.RESULT.write(MergedRuns.of(List.of(run)).result()))
        .isEqualTo(StoredRun.RESULT.write(run.result()));
  }

  @Test
  void theUncorrectedWaitIsThatOfAllVisitsOrThereIsNone() {
    Run one = SampleRuns.completed();
    Run other = startedAt(one, "2026-11-22T18:20:30.5+01:00", "25.0.1+8-LTS");
    Run merged = MergedRuns.of(List.of(one, other));
    Histogram twice = one.histograms().uncorrectedWait.copy();
    twice.add(one.histograms().uncorrectedWait);
    assertThat(merged.result().uncorrectedWait()).isEqualTo(Latency.of(twice));
    assertThat(merged.histograms().uncorrectedWait).isEqualTo(twice);

    Run old = SampleRuns.withoutUncorrectedWait(other);
    Run mixed = MergedRuns.of(List.of(one, old));
    assertThat(mixed.result().waits()).isEqualTo(merged.result().waits());
    assertThat(mixed.result().uncorrectedWait()).isNull();
    assertThat(mixed.histograms().uncorrectedWait.getTotalCount()).isZero();
    assertThat(mixed.intervals())
        .allMatch(each -> each.histogram(DurationKind.UNCORRECTED_WAIT).getTotalCount() == 0)
        .allMatch(each -> each.histogram(DurationKind.WAIT).getTotalCount() > 0);
  }

  @Test
  void whatVirtualThreadsCostIsAdded() {
    Run one = SampleRuns.completed();
    Run other = startedAt(one, "2026-11-22T18:20:30.5+01:00", "25.0.1+8-LTS");
    RunResult merged = MergedRuns.of(List.of(one, other)).result();
    assertThat(merged.explanation()).isEmpty();
    assertThat(merged.pinning().count()).isEqualTo(6);
    assertThat(merged.pinning().carrierNanos()).isEqualTo(60_000_000);
    assertThat(merged.pinning().carrierShare()).isCloseTo(0.15, within(1e-12));
    assertThat(merged.pinning().effectiveRooms()).isEqualTo(2);
    assertThat(merged.pinning().sites()).hasSize(1);
    assertThat(merged.pinning().sites().getFirst().reasons().getFirst().count()).isEqualTo(6);
    assertThat(merged.cpu().nanos()).isEqualTo(2 * 142_300_000L);
    assertThat(merged.cpu().nanosPerVisit()).isCloseTo(14_230.5, within(1e-6));
    assertThat(Objects.requireNonNull(merged.canary()).count()).isEqualTo(3_600);
    assertThat(merged.lateness()).isNotNull();
    assertThat(merged.flight().waitsByRoom().getFirst().count()).isEqualTo(14);
    assertThat(merged.flight().events()).containsEntry("jdk.VirtualThreadPinned", 8L);
  }

  /** Nine of ten runs on a quiet machine do not make the tenth one's canary punctual. */
  @Test
  void percentilesAreThoseOfAllDurationsAndNoAverages() {
    Run quiet = withCanary(1, 9_900, 100_000);
    Run loud = withCanary(2, 2_000, 80_000_000);
    RunResult merged = MergedRuns.of(List.of(quiet, loud)).result();
    Latency canary = Objects.requireNonNull(merged.canary());
    Histogram all = quiet.histograms().canary.copy();
    all.add(loud.histograms().canary);
    assertThat(canary).isEqualTo(Latency.of(all));
    assertThat(canary.p50Nanos()).isLessThan(101_000);
    assertThat(canary.p90Nanos()).isGreaterThan(79_000_000);
    Latency lateness = Objects.requireNonNull(merged.lateness());
    assertThat(lateness.p50Nanos()).isLessThan(101_000);
    assertThat(lateness.p90Nanos()).isGreaterThan(79_000_000);
    assertThat(
            Metrics.find("canary.p95").orElseThrow().measure(MergedRuns.of(List.of(quiet, loud))))
        .hasValue((double) all.getValueAtPercentile(95));
  }

  private static Run withCanary(int seed, int beats, long nanos) {
    Run run = run(seed, "500");
    Histograms histograms = Histograms.empty();
    histograms.add(run.histograms());
    histograms.canary.recordValueWithCount(nanos, beats);
    histograms.lateness.recordValueWithCount(nanos, beats);
    Run recorded =
        new Run(
            run.scenario(),
            run.result(),
            histograms,
            List.of(IntervalRecord.of(0, 1_000_000_000, histograms)),
            List.of(),
            Map.of());
    String figures = LATENCY.toJson(Latency.of(histograms.canary));
    return SampleRuns.changed(
        recorded, "(?s)\"(canary|lateness)\": \\{[^}]*}", "\"$1\": " + figures);
  }

  @Test
  void whatWasKeptWithoutItsHistogramIsNotKnownOfTheWhole() {
    Run one = SampleRuns.completed();
    Run old = SampleRuns.withoutLateHistograms(startedAt(one, "2026-11-22T18:20:30.5+01:00", "25"));
    Run mixed = MergedRuns.of(List.of(one, old));
    assertThat(mixed.result().canary()).isNull();
    assertThat(mixed.result().lateness()).isNull();
    assertThat(mixed.histograms().canary.getTotalCount()).isZero();
    assertThat(mixed.intervals())
        .allMatch(each -> each.histogram(DurationKind.CANARY).getTotalCount() == 0)
        .allMatch(each -> each.histogram(DurationKind.LATENESS).getTotalCount() == 0);
    assertThat(StoredRun.RESULT.write(mixed.result())).contains("\"canary\": null");
    assertThat(StoredRun.RESULT.read(StoredRun.RESULT.write(mixed.result())))
        .isEqualTo(mixed.result());
    assertThat(Metrics.find("canary.p50").orElseThrow().measure(mixed)).isEmpty();
    assertThat(Metrics.find("canary.p50").orElseThrow().measure(old)).isPresent();
    Run again = MergedRuns.of(List.of(mixed, startedAt(one, "2026-11-22T18:25:30.5+01:00", "25")));
    assertThat(again.result().canary()).isNull();
  }

  @Test
  void roomsInUseAreKnownOnlyWhereTheRunsAgree() {
    Run one = SampleRuns.completed();
    Run other = startedAt(one, "2026-11-22T18:20:30.5+01:00", "25");
    assertThat(MergedRuns.of(List.of(one, other)).result().pinning().effectiveRooms())
        .isEqualTo(one.result().pinning().effectiveRooms());
    Run fewer = withRoomsInUse(other, "1");
    assertThat(MergedRuns.of(List.of(one, fewer)).result().pinning().effectiveRooms()).isNull();
    Run nobodyWaited = withRoomsInUse(other, "null");
    assertThat(MergedRuns.of(List.of(one, nobodyWaited)).result().pinning().effectiveRooms())
        .isEqualTo(one.result().pinning().effectiveRooms());
  }

  private static Run withRoomsInUse(Run run, String rooms) {
    return SampleRuns.changed(run, "\"effectiveRooms\": [0-9]+", "\"effectiveRooms\": " + rooms);
  }

  @Test
  void aPlaceThatSeveralRunsHadHasNoPercentiles() {
    Run one = SampleRuns.completed();
    Run other = startedAt(one, "2026-11-22T18:20:30.5+01:00", "25");
    RunResult merged = MergedRuns.of(List.of(one, other)).result();
    assertThat(merged.pinning().sites().getFirst().times()).isNull();
    assertThat(merged.pinning().sites().getFirst().count()).isEqualTo(6);
    assertThat(StoredRun.RESULT.read(StoredRun.RESULT.write(merged))).isEqualTo(merged);
    Run elsewhere = SampleRuns.changed(other, "SleepActivity.perform:14", "FileActivity.perform:9");
    RunResult apart = MergedRuns.of(List.of(one, elsewhere)).result();
    assertThat(apart.pinning().sites())
        .hasSize(2)
        .allSatisfy(site -> assertThat(site.times()).isNotNull());
  }

  @Test
  void anotherJdkIsSaid() {
    Run one = SampleRuns.completed();
    Run other = startedAt(one, "2026-11-22T18:20:30.5+01:00", "21.0.9+10-LTS");
    RunResult merged = MergedRuns.of(List.of(other, one)).result();
    assertThat(merged.explanation())
        .isEqualTo(
            "The merged runs took place in different environments:"
                + " jdk 25.0.1+8-LTS / 21.0.9+10-LTS.");
    assertThat(merged.environment().jdk()).isEqualTo("25.0.1+8-LTS / 21.0.9+10-LTS");
    assertThat(merged.environment().startedAt()).isEqualTo("2026-11-22T18:15:30.5+01:00");
  }

  @Test
  void theWorstOutcomeIsTheMergeds() {
    Run good = runs(1, 500, 3).getFirst();
    Run bad = withOutcome(runs(1, 500, 4).getFirst(), Outcome.SATURATED, "Too many persons.");
    Run cut = withOutcome(runs(1, 500, 5).getFirst(), Outcome.INTERRUPTED, "Stopped.");
    RunResult merged = MergedRuns.of(List.of(cut, good, bad)).result();
    assertThat(merged.outcome()).isEqualTo(Outcome.SATURATED);
    assertThat(merged.explanation()).matches("1 of 3 runs, number [123]: Too many persons\\.");
  }

  /** One bad run of four spoils what is said of all: it is named, and so is what it was. */
  @Test
  void theRunThatSpoilsTheOthersIsNamed() {
    RunResult late =
        MergedRuns.of(
                List.of(
                    judged(VerdictKind.COMPLETED, 1),
                    judged(VerdictKind.MACHINE_TOO_NOISY, 2),
                    judged(VerdictKind.COMPLETED, 3)))
            .result();
    assertThat(late.explanation()).isEqualTo("1 of 3 runs, number 2, met a machine too noisy.");

    Run invalid =
        MergedRuns.of(
            List.of(
                judged(VerdictKind.INVALID, 4),
                judged(VerdictKind.COMPLETED, 1),
                judged(VerdictKind.COMPLETED, 2),
                judged(VerdictKind.COMPLETED, 3)));
    assertThat(RunVerdict.of(invalid).headline())
        .isEqualTo(
            "invalid: check counts failed: 1 of 4 runs, number 4: visits were lost or recorded"
                + " twice");

    Run stuck =
        MergedRuns.of(
            List.of(
                judged(VerdictKind.STUCK, 1),
                judged(VerdictKind.STUCK, 3),
                judged(VerdictKind.COMPLETED, 2)));
    assertThat(RunVerdict.of(stuck).headline())
        .startsWith("stuck: 2 of 3 runs, number 1, 3: Nothing moved for 10.0 s");
  }

  /** Of the second of the minute; runs are numbered by when they began. */
  private static Run judged(VerdictKind kind, int second) {
    return new ChangedRun(JudgedRuns.of(kind))
        .set("environment/startedAt", "2026-11-22T18:15:0" + second + "+01:00")
        .run();
  }

  @Test
  void otherScenariosAreRefused() {
    Run one = run(1, "500");
    assertThatThrownBy(() -> MergedRuns.of(List.of(one, run(2, "500"), run(3, "600"))))
        .isInstanceOf(UnmergeableRunsException.class)
        .hasMessageStartingWith("visits is 500 in the one and 600 in the other")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> MergedRuns.of(List.of(one, run(2, "500 limit=10"))))
        .hasMessageStartingWith("limit is none in the one and 10 in the other");
  }

  @Test
  void theSameVisitsTwiceAreRefused() {
    Run one = run(1, "500");
    assertThatThrownBy(() -> MergedRuns.of(List.of(one, run(2, "500"), one)))
        .isInstanceOf(UnmergeableRunsException.class)
        .hasMessageContaining("twice");
    Run again = startedAt(one, "2001-01-01T00:00:00Z", "jdk");
    assertThatThrownBy(() -> MergedRuns.of(List.of(one, again)))
        .hasMessageStartingWith("both simulated seed 1");
  }

  private static Confidence confidence(Run run) {
    return Objects.requireNonNull(run.result().confidence());
  }

  private static List<Run> runs(int count, int visits, int firstSeed) {
    return new ArrayList<>(
        IntStream.range(firstSeed, firstSeed + count)
            .mapToObj(seed -> run(seed, Integer.toString(visits)))
            .toList());
  }

  private static Run run(int seed, String visits) {
    Scenario scenario = Simulated.scenario(IMPATIENT + visits).withSeed(seed);
    return Simulator.brief(scenario).run(Simulated.ENVIRONMENT);
  }

  private static Run startedAt(Run run, String startedAt, String jdk) {
    Environment one = run.result().environment();
    Environment other =
        new Environment(
            one.anteroom(),
            startedAt,
            jdk,
            one.vm(),
            one.os(),
            one.flags(),
            one.collector(),
            one.heapBytes(),
            one.processors(),
            one.carriers(),
            one.hostLoad(),
            one.busyWaiting());
    return with(run, run.result().outcome(), run.result().explanation(), other);
  }

  private static Run withOutcome(Run run, Outcome outcome, String explanation) {
    return with(run, outcome, explanation, run.result().environment());
  }

  private static Run with(Run run, Outcome outcome, String explanation, Environment environment) {
    RunResult result = run.result();
    Merger merger = new Merger(Integer.MAX_VALUE);
    merger.add(run, Merger.Weight.of(result));
    return merger.merged(
        run.scenario(),
        merged ->
            merged
                .ended(new Ending(outcome, explanation), result.checks())
                .environment(environment)
                .cpu(result.cpu())
                .pinning(result.pinning())
                .flight(result.flight())
                .simulation(result.simulation())
                .confidence(result.confidence()));
  }
}
