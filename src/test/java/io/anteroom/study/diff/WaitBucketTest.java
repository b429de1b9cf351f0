package io.anteroom.study.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class WaitBucketTest {
  private static Histogram of(long... nanos) {
    Histogram histogram = new Histogram(3);
    for (long wait : nanos) {
      histogram.recordValue(wait);
    }
    return histogram;
  }

  @Test
  void everyWaitOfEitherRunIsInOneBucket() {
    var buckets = WaitBucket.of(of(0, 5_000, 2_000_000), of(90_000_000, 90_000_000));

    assertThat(buckets.stream().mapToLong(WaitBucket::a).sum()).isEqualTo(3);
    assertThat(buckets.stream().mapToLong(WaitBucket::b).sum()).isEqualTo(2);
    assertThat(buckets.getLast().b()).isEqualTo(2);
    assertThat(buckets.getLast().toNanos()).isGreaterThan(90_000_000);
    for (int i = 1; i < buckets.size(); i++) {
      assertThat(buckets.get(i).fromNanos()).isEqualTo(buckets.get(i - 1).toNanos());
    }
  }

  @Test
  void aRunWithoutWaitsHasNothingToShow() {
    assertThat(WaitBucket.of(of(), of(1))).isEmpty();
  }
}
