package io.anteroom.run.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FreeTimesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 10, 64, 65, 1_000})
  void theFirstIsThatOfAPriorityQueue(int rooms) {
    SplittableRandom random = new SplittableRandom(rooms);
    FreeTimes free = new FreeTimes(rooms);
    PriorityQueue<Long> expected = new PriorityQueue<>(Collections.nCopies(rooms, 0L));
    for (int visit = 0; visit < 10_000; visit++) {
      assertThat(free.firstNanos()).isEqualTo(expected.poll());
      long left = visit % 100 == 0 ? Long.MAX_VALUE : free.firstNanos() + random.nextLong(50);
      left = Math.max(left, 0);
      free.replaceFirst(left);
      expected.add(left);
    }
  }
}
