package io.anteroom.measure.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.measure.flight.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YieldSamplesTest {
  private static final Frame TRIES = new Frame("shop.Main", "tryAgain", 7);
  private static final Frame YIELDS = new Frame("java.lang.Thread", "yield", 443);

  /** Looks at one carrier, of which the first so many caught a thread that yields. */
  private static YieldSamples looks(int all, int yielding) {
    YieldSamples samples = new YieldSamples();
    for (int look = 0; look < all; look++) {
      List<Frame> stack = new ArrayList<>(List.of(TRIES));
      if (look < yielding) {
        stack.addFirst(YIELDS);
      }
      samples.add(
          new ThreadDump(
              "",
              List.of(
                  new DumpedThread(
                      1, "", true, null, stack, ThreadLocks.UNKNOWN, 2, DumpedThread.NONE))));
    }
    return samples;
  }

  @Test
  void twoThirdsOfTheLooksTellWhereThreadsYield() {
    assertThat(looks(30, 20).place()).contains(TRIES);
    assertThat(looks(30, 19).place()).isEmpty();
    assertThat(looks(9, 9).place()).isEmpty();
  }

  @Test
  void fromHalfOfThemOnMoreLooksMayTell() {
    assertThat(looks(30, 15).isClose()).isTrue();
    assertThat(looks(30, 14).isClose()).isFalse();
    assertThat(new YieldSamples().isClose()).isFalse();
  }
}
