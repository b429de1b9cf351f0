package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.statistics.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure a figure of replications is, for a person to read. */
class MarginTest {
  @ParameterizedTest
  @CsvSource({
    "wait.p99, 44000, 24000, 64000, ± 20µs",
    "wait.p99, 44000, -16000, 104000, ≤ 100µs",
    "wait.p99, 44000, 0, 104000, ≤ 100µs",
    "wait.p99, 0, 0, 0, ± 0s",
    "throughput, 12, -3, 27, ≤ 27/s",
    "utilisation, 0.99, 0.97, 1.01, ≥ 97%",
    "utilisation, 0.99, 0.97, 1, ≥ 97%",
    "utilisation, 0.5, 0.45, 0.55, ± 5%",
    "abandoned, 0.01, -0.03, 0.05, ≤ 5%",
    "abandoned, 0.5, 0, 1, ± 50%",
    "abandoned, 0.5, -0.4, 1.4, ''",
    "fairness.jain, 0.98, 0.95, 1.01, ≥ 0.95",
    "fairness.jain, 0.9985, 0.9961, 1.0009, ≥ 0.996",
    "utilisation, 0.9985, 0.9961, 1.0009, ≥ 99.6%",
  })
  void noMarginReachesBelowNothingOrAboveAll(
      String metric, double mean, double low, double high, String margin) {
    assertThat(Margin.of(Metrics.find(metric).orElseThrow(), new Estimate(mean, low, high)))
        .isEqualTo(margin);
  }

  /** Results of older versions have other figures in the middle of their intervals. */
  @Test
  void besideAnotherFigureStandBothEnds() {
    Metric abandoned = Metrics.find("abandoned").orElseThrow();
    Estimate about20 = new Estimate(0.2, 0.03, 0.37);
    assertThat(Margin.of(abandoned, about20, 0.2)).isEqualTo("± 17%");
    assertThat(Margin.of(abandoned, about20, 0.53)).isEqualTo("3%–37%");
  }
}
