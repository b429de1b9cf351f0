package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.Check;
import io.anteroom.result.Latency;
import io.anteroom.result.Outcome;
import io.anteroom.result.Run;
import io.anteroom.result.RunResult;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest durations that a scenario may name, and lines of them. */
class LongDurationsTest {
  private static final double YEAR = 365 * 24 * 3600e9;

  @Test
  void aLineOfHoldsOfAYearWaitsForYears() throws InterruptedException {
    RunResult result = run("rooms=1 arrivals=at-once persons=100 hold=fixed:8760h replications=2");
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.clamped()).isZero();
    assertThat((double) result.waits().maxNanos()).isCloseTo(99 * YEAR, tenthOfPercent());
    assertThat((double) result.waits().p50Nanos()).isCloseTo(49 * YEAR, tenthOfPercent());
    assertThat(result.waits().meanNanos()).isCloseTo(49.5 * YEAR, tenthOfPercent());
    assertThat(result.hold().meanNanos()).isCloseTo(YEAR, tenthOfPercent());
    assertThat(result.utilisation()).isCloseTo(1, tenthOfPercent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Waits of more than 146 years.
        "rooms=1 arrivals=at-once persons=200 hold=fixed:8760h",
        // Holds that end after 292 years.
        "rooms=1 arrivals=at-once persons=400 hold=fixed:8760h",
        "rooms=1 mode=try-park arrivals=at-once persons=400 hold=fixed:8760h retry=fixed:8760h",
        // Arrivals, and visits of a closed model, that were to come after that.
        "rooms=1 arrivals=renewal:fixed:8760h visits=400 hold=fixed:1s",
        "rooms=1 arrivals=closed persons=1 visits=400 think=fixed:8760h hold=fixed:1s",
      })
  void whatIsNotToldApartMakesTheRunInvalid(String scenario) throws InterruptedException {
    RunResult result = run(scenario + " replications=2");
    assertThat(result.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(result.clamped()).isPositive();
    assertThat(result.explanation()).contains("146 years", "292 years");
    assertThat(result.checks())
        .anyMatch(
            check ->
                check.name().equals(Check.DURATIONS)
                    && check.verdict() == Check.Verdict.FAILED
                    && check.measured() == result.clamped());
  }

  /** The first replication checks itself, and those after it are only added up. */
  @Test
  void aLaterReplicationMakesTheWholeInvalid() throws InterruptedException {
    String scenario = "rooms=1 arrivals=at-once persons=100 hold=pareto:8760h,alpha=1.05 seed=";
    int seed = 1;
    while (Simulated.detailed(Simulated.scenario(scenario + seed)).result().clamped() > 0) {
      seed++;
    }
    RunResult result = run(scenario + seed + " replications=50");
    assertThat(result.clamped()).isPositive();
    assertThat(result.outcome()).isEqualTo(Outcome.INVALID);
  }

  /** The visits are kept to the nanosecond beside the histograms. */
  @Test
  void whateverTheScaleTheHistogramsAreTheVisits() {
    SplittableRandom random = new SplittableRandom(16);
    List<String> holds =
        List.of("fixed:%s", "exponential:%s", "lognormal:%s,cv=3", "pareto:%s,alpha=2.5");
    for (int i = 0; i < 100; i++) {
      long mean = (long) Math.pow(10, random.nextDouble() * 16.49);
      String hold = holds.get(i % holds.size()).formatted(mean + "ns");
      Run run =
          Simulated.detailed(
              Simulated.scenario(
                  "rooms=2 visits=200 arrivals=renewal:exponential:%dns hold=%s seed=%d"
                      .formatted(Math.max(mean / 2, 1), hold, i + 1)));
      assertThat(run.result().outcome()).as(hold).isNotEqualTo(Outcome.INVALID);
      assertSame(run.result().waits(), exact(run, Kind.WAIT));
      assertSame(run.result().hold(), exact(run, Kind.HOLD));
      assertSame(run.result().response(), exact(run, Kind.RESPONSE));
    }
  }

  private enum Kind {
    WAIT,
    HOLD,
    RESPONSE
  }

  private static DoubleSummaryStatistics exact(Run run, Kind kind) {
    return run.visits().stream()
        .mapToDouble(
            visit -> {
              long entered = Objects.requireNonNull(visit.enteredNanos());
              long left = Objects.requireNonNull(visit.leftNanos());
              return switch (kind) {
                case WAIT -> entered - visit.intendedNanos();
                case HOLD -> left - entered;
                case RESPONSE -> left - visit.intendedNanos();
              };
            })
        .summaryStatistics();
  }

  private static void assertSame(Latency latency, DoubleSummaryStatistics exact) {
    assertThat(latency.count()).isEqualTo(exact.getCount());
    assertThat((double) latency.maxNanos()).isCloseTo(exact.getMax(), tenthOfPercent());
    assertThat(latency.meanNanos()).isCloseTo(exact.getAverage(), tenthOfPercent());
  }

  @Test
  void mergedRunsAddUpWhatWasNotToldApart() {
    String scenario = "rooms=1 arrivals=at-once persons=200 hold=fixed:8760h seed=";
    Run one = Simulated.detailed(Simulated.scenario(scenario + 1));
    Run other = Simulated.detailed(Simulated.scenario(scenario + 2));
    RunResult merged = MergedRuns.of(List.of(one, other)).result();
    assertThat(one.result().clamped()).isPositive();
    assertThat(merged.clamped()).isEqualTo(2 * one.result().clamped());
    assertThat(merged.outcome()).isEqualTo(Outcome.INVALID);
  }

  @Test
  void manyLongReplicationsDoNotRunOutOfTime() throws InterruptedException {
    Run run =
        new Replications(
                Simulated.scenario(
                    "rooms=1 arrivals=renewal:fixed:4380h visits=100 hold=fixed:1h"
                        + " replications=20"),
                List.of(),
                null,
                Simulated.THREADS)
            .run();
    assertThat(run.result().outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(run.result().windowNanos()).isEqualTo(Long.MAX_VALUE);
    assertThat(run.intervals())
        .allMatch(interval -> interval.endNanos() >= interval.startNanos())
        .allMatch(interval -> interval.startNanos() >= 0);
  }

  private static RunResult run(String scenario) throws InterruptedException {
    return new Replications(Simulated.scenario(scenario), List.of(), null, Simulated.THREADS)
        .run()
        .result();
  }

  private static Percentage tenthOfPercent() {
    return Percentage.withPercentage(0.1);
  }
}
