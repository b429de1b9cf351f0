package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

  @Test
  void threadsThatCountAtOnceLoseNothing() throws Exception {
    SharedDurationCounts shared = new SharedDurationCounts();
    List<Thread> threads =
        Stream.generate(
                () ->
                    Thread.ofPlatform()
                        .start(() -> LongStream.range(0, 100_000).forEach(shared::record)))
            .limit(4)
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    Histogram counted = Histograms.one();
    shared.addTo(counted);
    assertThat(counted.getTotalCount()).isEqualTo(400_000);
    assertThat(counted.getCountAtValue(1_000)).isEqualTo(4);
  }

  private static void assertSame(LongStream durations) {
    DurationCounts counts = new DurationCounts();
    SharedDurationCounts shared = new SharedDurationCounts();
    Histogram recorded = Histograms.one();
    durations.forEach(
        nanos -> {
          counts.record(nanos);
          shared.record(nanos);
          recorded.recordValue(nanos);
        });
    Histogram counted = Histograms.one();
    counts.addTo(counted);
    assertThat(counted).isEqualTo(recorded);
    assertThat(counted.getMean()).isEqualTo(recorded.getMean());
    Histogram countedByAll = Histograms.one();
    shared.addTo(countedByAll);
    assertThat(countedByAll).isEqualTo(recorded);
  }
}
