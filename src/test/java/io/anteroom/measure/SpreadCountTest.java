package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpreadCountTest {
  private final SpreadCount count = new SpreadCount();

  @Test
  void eachPersonCountsHoweverLargeItsNumber() {
    count.add(0, 1);
    count.add(Integer.MAX_VALUE, 10);
    count.add(-1, 100);
    count.add(Integer.MIN_VALUE, -11);
    assertThat(count.sum()).isEqualTo(100);
  }

  @Test
  void threadsThatCountAtOnceLoseNothing() throws Exception {
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                unused ->
                    Thread.ofPlatform()
                        .start(() -> IntStream.range(0, 300_000).forEach(one -> count.add(5, 1))))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(count.sum()).isEqualTo(1_200_000);
  }
}
