package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class DurationCountsTest {
  @Test
  void theOutcomeIsThatOfRecordingEachDuration() {
    SplittableRandom random = new SplittableRandom(5);
    LongStream anyLength =
        LongStream.generate(() -> random.nextLong(1L << random.nextInt(1, 63))).limit(100_000);
    assertSame(anyLength);
  }

  @Test
  void eachEdgeOfABucketIsWhereHdrHistogramHasIt() {
    assertSame(LongStream.rangeClosed(0, 5_000));
    assertSame(
        LongStream.rangeClosed(11, 61)
            .map(doubling -> 1L << doubling)
            .flatMap(edge -> LongStream.of(edge - 1, edge, edge + 1, edge + edge / 2 - 1)));
    assertSame(LongStream.of(DurationRange.HIGHEST_NANOS));
  }

  private static void assertSame(LongStream durations) {
    DurationCounts counts = new DurationCounts();
    Histogram recorded = Histograms.one();
    durations.forEach(
        nanos -> {
          counts.record(nanos);
          recorded.recordValue(nanos);
        });
    Histogram counted = Histograms.one();
    counts.addTo(counted);
    assertThat(counted).isEqualTo(recorded);
    assertThat(counted.getMean()).isEqualTo(recorded.getMean());
  }

  @Test
  void whatIsTakenIsForgottenAndLeavesNothingToOthers() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 40; round++) {
      int digits = random.nextInt(5, 60);
      Histogram recorded = Histograms.one();
      DurationCounts counts = new DurationCounts();
      for (int i = 0; i < 1_000; i++) {
        long nanos = random.nextLong(1L << digits);
        counts.record(nanos);
        recorded.recordValue(nanos);
      }
      Histogram taken = Histograms.one();
      counts.take().addTo(taken);
      assertThat(taken).isEqualTo(recorded);
      assertThat(counts.take().count()).isZero();
      counts.record(digits);
      assertThat(counts.take().count()).isOne();
    }
  }
}
