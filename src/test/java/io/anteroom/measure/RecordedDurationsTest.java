package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedDurationsTest {
  private static final double[] PERCENTS = {0.001, 1, 25, 50, 90, 99, 99.9, 99.99, 99.999, 100};

  /** Of 41,000 durations, 99.9% are 40,959, which plain arithmetic misses by one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 1_000, 41_000, 100_000})
  void eachFigureIsTheOneThatTheHistogramGives(int durations) {
    SplittableRandom random = new SplittableRandom(durations);
    for (int round = 0; round < 20; round++) {
      Histogram histogram = Histograms.one();
      int doublings = random.nextInt(1, 62);
      for (int i = 0; i < durations; i++) {
        histogram.recordValue(random.nextLong(1L << random.nextInt(doublings + 1)));
      }
      RecordedDurations recorded = RecordedDurations.of(histogram);

      assertThat(recorded.count()).isEqualTo(durations);
      assertThat(recorded.mean()).isEqualTo(histogram.getMean());
      assertThat(recorded.standardDeviation(recorded.mean()))
          .isEqualTo(histogram.getStdDeviation());
      for (double percent : PERCENTS) {
        assertThat(recorded.percentile(percent))
            .as("p%s of %d durations up to 2^%d ns", percent, durations, doublings)
            .isEqualTo(histogram.getValueAtPercentile(percent));
      }
    }
  }
}
