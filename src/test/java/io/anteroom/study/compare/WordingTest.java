package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Metric;
import io.anteroom.result.metric.Metrics;
import io.anteroom.statistics.Estimate;
import io.anteroom.study.compare.Paired.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wait.p99 | RATIO | 2.25 | 2.1 | 2.4 | `a` waits 2.1 to 2.4 times longer at p99 than `b`
          wait.p99 | RATIO | 1.1 | 1.08 | 1.12 | `a` waits 8% to 12% longer at p99 than `b`
          wait.p50 | RATIO | 0.9 | 0.88 | 0.92 | `a` waits 8% to 12% shorter at p50 than `b`
          wait.p50 | RATIO | 0.25 | 0.2 | 0.4 | `b` waits 2.5 to 5 times longer at p50 than `a`
          throughput | RATIO | 1.2 | 1.2 | 1.2 | `a` completes 20% more visits a second than `b`
          wait.p99 | RATIO | 1.204 | 1.2036 | 1.2044 | `a` waits 20.36% to 20.44% longer at p99 than `b`
          canary.p99 | RATIO | 280 | 15 | 5277 | `a` lets an unrelated thread run at least 15 times later at p99 than `b`
          pinning.count | DIFFERENCE | -200 | -210 | -190 | `a` has 190 to 210 fewer pins than `b`
          abandoned | DIFFERENCE | 0.03 | 0.02 | 0.04 | `a` has 2% to 4% (of all) more visits that give up than `b`
          utilisation | RATIO | 1.5 | 1.4 | 1.6 | `a` has a 40% to 60% greater utilisation than `b`
          """)
  void aDifferenceIsSaidInPlainWords(
      String name, Scale scale, double mean, double low, double high, String sentence) {
    Metric metric = Metrics.find(name).orElseThrow();

    assertThat(new Wording(metric).differs("a", "b", scale, new Estimate(mean, low, high), 1e9))
        .isEqualTo(sentence);
  }
}
