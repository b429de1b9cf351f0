package io.anteroom.result.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunVerdictTest {
  private static final int MILLI = 1_000_000;

  private static VerdictKind kind(ChangedRun run) {
    return RunVerdict.of(run.run()).kind();
  }

  private static String headline(ChangedRun run) {
    return RunVerdict.of(run.run()).headline();
  }

  /** A run in real time with these 99th percentiles, and 1,000 beats of the canary and starts. */
  private static ChangedRun late(int waitNanos, double holdNanos, int canaryNanos, int startNanos) {
    return JudgedRuns.sound()
        .set("theory", null)
        .set("wait/p99Nanos", waitNanos)
        .set("hold/meanNanos", holdNanos)
        .set("canary/count", 1_000)
        .set("canary/p99Nanos", canaryNanos)
        .set("lateness/count", 1_000)
        .set("lateness/p99Nanos", startNanos);
  }

  @ParameterizedTest
  @CsvSource({
    // Half of the wait's p99, and a tenth of the hold.
    "40, 1000, 20, 0, COMPLETED",
    "40, 1000, 21, 0, MACHINE_TOO_NOISY",
    "40, 1000, 0, 21, MACHINE_TOO_NOISY",
    "400, 100, 10, 0, COMPLETED",
    "400, 100, 11, 0, MACHINE_TOO_NOISY",
    "400, 100, 0, 11, MACHINE_TOO_NOISY",
    // What it takes to wake up is no noise, and nobody who waits less than that waits.
    "1, 2, 1, 1, COMPLETED",
    "0, 0, 1, 1, COMPLETED",
    "1, 100, 9, 9, COMPLETED",
    "2, 100, 2, 0, MACHINE_TOO_NOISY",
    "0, 0, 2, 0, MACHINE_TOO_NOISY",
  })
  void theMachineIsHeldAgainstWaitsAndHolds(
      int wait, double hold, int canary, int starts, VerdictKind expected) {
    assertThat(kind(late(wait * MILLI, hold * MILLI, canary * MILLI, starts * MILLI)))
        .isEqualTo(expected);
  }

  @Test
  void aSingleHiccupIsNoNoise() {
    ChangedRun hiccup =
        late(40 * MILLI, 1e9, 39 * MILLI, 0)
            .set("canary/p90Nanos", 0)
            .set("canary/p50Nanos", 0)
            .set("canary/count", 999);
    assertThat(kind(hiccup)).isEqualTo(VerdictKind.COMPLETED);
    assertThat(kind(hiccup.set("canary/count", 1_000))).isEqualTo(VerdictKind.MACHINE_TOO_NOISY);
  }

  @Test
  void aShortRunIsJudgedByTheNinetiethPercentile() {
    ChangedRun shortRun =
        late(40 * MILLI, 1e9, 0, 0).set("canary/p90Nanos", 39 * MILLI).set("canary/count", 99);
    assertThat(kind(shortRun)).isEqualTo(VerdictKind.COMPLETED);
    ChangedRun longer = shortRun.set("canary/count", 100);
    assertThat(kind(longer)).isEqualTo(VerdictKind.MACHINE_TOO_NOISY);
    assertThat(headline(longer)).contains("an unrelated thread was 39.0ms late at p90");
  }

  @Test
  void whatIsNotKnownIsNoNoise() {
    assertThat(kind(JudgedRuns.sound().set("canary", null).set("lateness", null)))
        .isEqualTo(VerdictKind.COMPLETED);
  }

  /** Every kind of duration has a count, so that any quantile may be expected. */
  @Test
  void anyQuantileMayBeExpected() {
    for (Metric metric : Metrics.all()) {
      if (metric.name().endsWith(".p50")) {
        assertThat(kind(JudgedRuns.sound().expecting(metric.name() + " < 999s")))
            .isIn(
                VerdictKind.OBJECTIVE_MET,
                VerdictKind.OBJECTIVE_NOT_JUDGED,
                VerdictKind.TOO_FEW_VISITS);
      }
    }
  }

  @Test
  void noMachineIsNoisyInSimulatedTime() {
    ChangedRun simulated =
        new ChangedRun(JudgedRuns.simulated("visits=5000"))
            .set("lateness/count", 5_000)
            .set("lateness/p99Nanos", 900 * MILLI);
    assertThat(kind(simulated)).isEqualTo(VerdictKind.COMPLETED);
  }

  @Test
  void carriersMayBeHeldForHalfOfTheTime() {
    assertThat(kind(JudgedRuns.sound().set("pinning/carrierShare", 0.5)))
        .isEqualTo(VerdictKind.COMPLETED);
    assertThat(kind(JudgedRuns.sound().set("pinning/carrierShare", 0.51)))
        .isEqualTo(VerdictKind.CARRIERS_HELD);
  }

  @Test
  void anOutcomeComesBeforeWhatWasExpected() {
    for (VerdictKind ended :
        List.of(VerdictKind.STUCK, VerdictKind.INTERRUPTED, VerdictKind.SATURATED)) {
      ChangedRun missed = new ChangedRun(JudgedRuns.of(ended)).expecting("wait.p99 < 1ns");
      assertThat(kind(missed)).isEqualTo(ended);
    }
  }

  @Test
  void aFailedCheckComesBeforeHowTheRunEnded() {
    Map<String, Object> failed =
        Map.of(
            "name",
            "counts",
            "verdict",
            "failed",
            "expected",
            2,
            "measured",
            1,
            "tolerance",
            0,
            "reason",
            "");
    for (VerdictKind ended : VerdictKind.values()) {
      ChangedRun run = new ChangedRun(JudgedRuns.of(ended)).set("checks", List.of(failed));
      assertThat(headline(run)).isEqualTo("invalid: check counts failed");
    }
  }

  @Test
  void whatWasMissedComesBeforeWhatMakesItDoubtful() {
    ChangedRun noisy =
        new ChangedRun(JudgedRuns.of(VerdictKind.MACHINE_TOO_NOISY)).expecting("wait.p99 < 1ms");
    assertThat(kind(noisy)).isEqualTo(VerdictKind.OBJECTIVE_MISSED);
    assertThat(kind(noisy.expecting("wait.p99 < 9s"))).isEqualTo(VerdictKind.MACHINE_TOO_NOISY);
  }

  @Test
  void carriersAndNoiseComeBeforeTheory() {
    ChangedRun all =
        new ChangedRun(JudgedRuns.of(VerdictKind.THEORY_DISAGREES))
            .set("canary/count", 9_000)
            .set("canary/p99Nanos", 60 * MILLI)
            .set("pinning/carrierShare", 0.9);
    assertThat(kind(all)).isEqualTo(VerdictKind.CARRIERS_HELD);
    assertThat(kind(all.set("pinning/carrierShare", 0.1))).isEqualTo(VerdictKind.MACHINE_TOO_NOISY);
    assertThat(kind(all.set("canary/count", 0))).isEqualTo(VerdictKind.THEORY_DISAGREES);
  }

  @Test
  void namesTwoOfTheObjectivesAndCountsTheOthers() {
    assertThat(
            headline(
                JudgedRuns.sound()
                    .expecting(
                        "wait.p99 < 1ns",
                        "utilisation > 99%",
                        "violations == 0",
                        "wait.p50 > 1s",
                        "hold.mean > 9s")))
        .matches(
            "objective missed: wait.p99 < 1ns, it was [0-9.]+ms; utilisation > 99%, it was"
                + " [0-9.]+%; and 2 more");
  }

  @Test
  void aQuantileNeedsTenVisitsBeyondIt() {
    // 15,000 visits: 15 beyond p99.9, 1.5 beyond p99.99.
    assertThat(kind(JudgedRuns.sound().expecting("wait.p99.9 < 9s")))
        .isEqualTo(VerdictKind.OBJECTIVE_MET);
    assertThat(headline(JudgedRuns.sound().expecting("wait.p99.99 < 9s")))
        .startsWith("too few visits: wait.p99.99 < 9s, even the longest was ")
        .endsWith(", but fewer than 10 of 15,000 lie beyond it");
    assertThat(headline(JudgedRuns.sound().expecting("wait.p99.99 < 50ms")))
        .isEqualTo(
            "objective not judged: wait.p99.99 < 50ms, only 1 of 15,000 lies beyond it, and it"
                + " takes 100,000 to know it");
    assertThat(headline(JudgedRuns.sound().expecting("wait.p99.99 > 9s")))
        .startsWith("objective missed: wait.p99.99 > 9s, even the longest was ");
    assertThat(kind(JudgedRuns.sound().expecting("wait.p99.99 < 1ns")))
        .isEqualTo(VerdictKind.OBJECTIVE_MISSED);
  }

  @Test
  void whatIsCountedNeedsNoManyVisits() {
    ChangedRun few = new ChangedRun(JudgedRuns.of(VerdictKind.TOO_FEW_VISITS));
    assertThat(kind(few.expecting("violations == 0"))).isEqualTo(VerdictKind.OBJECTIVE_MET);
    assertThat(kind(few.expecting("wait.p50 < 9s"))).isEqualTo(VerdictKind.TOO_FEW_VISITS);
  }

  @Test
  void tenOfAHundredLieBeyondTheNinetiethPercentile() {
    assertThat(
            kind(
                new ChangedRun(JudgedRuns.simulated("visits=50", "replications=2"))
                    .expecting("hold.p90 < 9s")))
        .isEqualTo(VerdictKind.OBJECTIVE_MET);
    assertThat(
            kind(
                new ChangedRun(JudgedRuns.simulated("visits=49", "replications=2"))
                    .expecting("hold.p90 < 9s")))
        .isEqualTo(VerdictKind.TOO_FEW_VISITS);
  }

  /** Exactly 0.75, 300/s and 3.57 ms. */
  @ParameterizedTest
  @CsvSource({
    "utilisation, 0.68, COMPLETED",
    "utilisation, 0.67, THEORY_DISAGREES",
    "utilisation, 0.83, THEORY_DISAGREES",
    "throughputPerSecond, 271, COMPLETED",
    "throughputPerSecond, 269, THEORY_DISAGREES",
    "throughputPerSecond, 331, THEORY_DISAGREES",
    "wait/meanNanos, 7.0e6, COMPLETED",
    "wait/meanNanos, 7.3e6, THEORY_DISAGREES",
    "wait/meanNanos, 1.9e6, COMPLETED",
    "wait/meanNanos, 1.7e6, THEORY_DISAGREES",
  })
  void inRealTimeOnlyWhatIsFarOffContradictsTheory(String key, double value, VerdictKind kind) {
    assertThat(kind(JudgedRuns.sound().set(key, value))).isEqualTo(kind);
  }

  @Test
  void fewVisitsContradictNothing() {
    assertThat(kind(JudgedRuns.sound().set("utilisation", 0.1).set("wait/count", 999)))
        .isEqualTo(VerdictKind.COMPLETED);
    // A thousand do not know the mean wait at this load well enough, though the utilisation.
    assertThat(kind(JudgedRuns.sound().set("wait/meanNanos", 9e6).set("wait/count", 1_000)))
        .isEqualTo(VerdictKind.COMPLETED);
  }

  @Test
  void anApproximationContradictsNothing() {
    assertThat(kind(JudgedRuns.sound().set("utilisation", 0.1).set("theory/exact", false)))
        .isEqualTo(VerdictKind.COMPLETED);
  }

  /** Where the interval that holds utilisation with 95% is 0.7 ± 0.004, of 3 replications. */
  @ParameterizedTest
  @CsvSource({
    "0.749, 0.0001, COMPLETED",
    "0.700, 0.0050, COMPLETED",
    "0.700, 0.0005, THEORY_DISAGREES",
    "0.800, 0.0005, THEORY_DISAGREES",
  })
  void inSimulatedTimeTheIntervalDecides(double mean, double half, VerdictKind kind) {
    String path = "confidence/metrics/utilisation/";
    ChangedRun run =
        new ChangedRun(JudgedRuns.simulated("visits=5000"))
            .set(path + "mean", mean)
            .set(path + "low", mean - half)
            .set(path + "high", mean + half);
    assertThat(kind(run)).isEqualTo(kind);
  }

  @Test
  void anExplanationGoesOnInTheHeadline() {
    assertThat(Sentences.of("Persons arrived at 1.5/s; there are 2. The line grew. It did."))
        .isEqualTo(
            new Sentences("persons arrived at 1.5/s; there are 2", "The line grew. It did."));
    assertThat(Sentences.of("2 of 3 runs: Check x failed."))
        .isEqualTo(new Sentences("2 of 3 runs: Check x failed", ""));
    assertThat(Sentences.of("JVM gone")).isEqualTo(new Sentences("JVM gone", ""));
    assertThat(Sentences.of(" ")).isEqualTo(new Sentences("", ""));
  }
}
