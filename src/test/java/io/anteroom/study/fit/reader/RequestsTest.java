package io.anteroom.study.fit.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private record Pair(long start, long duration) {}

  /** Sorting objects is the second way; ranges go up to two centuries of nanoseconds. */
  @Test
  void requestsAreSortedByTheirStartsAndKeepTheirDurations() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 60; round++) {
      int size = random.nextInt(1, 400);
      long range = 1L << random.nextInt(1, 62);
      long[] starts = new long[size];
      long[] durations = new long[size];
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        starts[i] = random.nextLong(range);
        durations[i] = i;
        pairs.add(new Pair(starts[i], i));
      }
      pairs.sort(Comparator.comparingLong(Pair::start));
      long origin = pairs.getFirst().start();
      Requests requests = Requests.of(starts, durations);
      assertThat(requests.originNanos()).isEqualTo(origin);
      for (int i = 0; i < size; i++) {
        assertThat(requests.start(i)).isEqualTo(pairs.get(i).start() - origin);
        assertThat(requests.duration(i)).isEqualTo(pairs.get(i).duration());
      }
    }
  }
}
