package io.anteroom.study.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.result.metric.PartNames;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import io.anteroom.statistics.Moments;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals end at what a metric can be, and say no less about the samples for that. */
class PossibleIntervalsTest {
  private static Estimate possible(String metric, double... samples) {
    return Metrics.find(metric).orElseThrow().possible(Estimates.student(samples, Estimates.LEVEL));
  }

  @Test
  void anIntervalEndsAtNothingAndAShareAtAll() {
    assertThat(possible("wait.p99", 0, 0, 9e6).low()).isZero();
    assertThat(possible("utilisation", 1, 1, 0.9).high()).isEqualTo(1);
    assertThat(possible("fairness.jain", 1, 1, 0.9).high()).isEqualTo(1);
    assertThat(possible("throughput", 0, 0, 9).high()).isGreaterThan(9);
  }

  @Test
  void everyMetricIsCutWhateverItsSamplesAre() {
    Random random = new Random(7);
    for (Metric metric : Metrics.all()) {
      for (int i = 0; i < 100; i++) {
        double most = Math.min(metric.most(), 1e9);
        double[] samples = {0, random.nextDouble() * most, random.nextDouble() * most};
        Estimate estimate = possible(metric.name(), samples);
        assertThat(estimate.low()).isBetween(0.0, estimate.mean());
        assertThat(estimate.high()).isBetween(estimate.mean(), metric.most());
      }
    }
  }

  @Test
  void theMomentsBehindACutIntervalAreFoundAgain() {
    double[] samples = {0, 1e6, 9e6, 2e6};
    Moments all = Moments.of(samples);
    Moments again = Moments.of(possible("wait.p99", samples), samples.length, Estimates.LEVEL);

    assertThat(possible("wait.p99", samples).low()).isZero();
    assertThat(again.mean()).isCloseTo(all.mean(), within(1e-3));
    assertThat(again.squares() / all.squares()).isCloseTo(1, within(1e-8));
    double[] shares = {1, 1, 0.9, 1};
    assertThat(
            Moments.of(possible("utilisation", shares), 4, Estimates.LEVEL).squares()
                / Moments.of(shares).squares())
        .isCloseTo(1, within(1e-8));
  }

  @Test
  void aPrecisionIsHeldAgainstTheWholeInterval() {
    Precision precision = Precision.parse("wait.p99 +-60%", PartNames.NONE);
    Estimate cut = possible("wait.p99", 0, 1e6, 9e6, 2e6);

    assertThat(precision.met(cut)).isFalse();
    assertThat(precision.met(new Estimate(10, 5, 15))).isTrue();
  }
}
