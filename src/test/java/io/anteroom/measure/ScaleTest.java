package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void takesTheFinestStepsThatFit() {
    assertThat(Scale.edges(1_000_000, 9_000_000, 9))
        .containsExactly(
            1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000, 7_000_000, 10_000_000);
    assertThat(Scale.edges(5_020, 5_080, 10)).containsExactly(5_000, 6_000);
  }

  @Test
  void theWholeRangeIsCovered() {
    for (int buckets = 2; buckets < 200; buckets++) {
      long[] edges = Scale.edges(100, DurationRange.HIGHEST_NANOS, buckets);
      assertThat(edges).isSorted().doesNotHaveDuplicates();
      assertThat(edges[0]).isEqualTo(100);
      assertThat(edges[edges.length - 1]).isGreaterThan(DurationRange.HIGHEST_NANOS);
    }
  }

  @Test
  void everyRangeIsCoveredByAFewBuckets() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      long least = (long) Math.pow(10, 3 + random.nextDouble() * 15);
      long most =
          Math.min(
              (long) (least * Math.pow(10, random.nextDouble() * 16)), DurationRange.HIGHEST_NANOS);
      most = Math.max(most, least);
      long[] edges = Scale.edges(least, most, 10);
      assertThat(edges)
          .as("%d to %d", least, most)
          .isSorted()
          .doesNotHaveDuplicates()
          .hasSizeBetween(2, 11);
      assertThat(edges[0]).isLessThanOrEqualTo(least);
      assertThat(edges[edges.length - 1]).isGreaterThan(most);
    }
  }
}
