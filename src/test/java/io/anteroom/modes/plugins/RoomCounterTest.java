package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.modes.spi.RoomLock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rooms of a plugin are counted when nobody is inside. */
@Timeout(60)
class RoomCounterTest {
  private static final int ROOMS = 3;
  private static final PluginCalls FAILURES =
      new PluginCalls("own", "own.jar", Fault.FAILED, RoomCounterTest.class.getClassLoader());

  /** Lets in as many as it has permits; whoever is in must leave. */
  private record Permits(Semaphore free) implements RoomLock {
    Permits(int rooms) {
      this(new Semaphore(rooms));
    }

    @Override
    public boolean enter(long patienceNanos) throws InterruptedException {
      free.acquire();
      return true;
    }

    @Override
    public void leave() {
      free.release();
    }
  }

  private static int count(boolean oneMore, Permits... doorways) throws InterruptedException {
    return new RoomCounter(List.of(doorways).stream().map(Doorway::of).toList(), ROOMS, oneMore)
        .count(FAILURES);
  }

  @Test
  void asManyAsThereShouldBeAreCountedAndAllLeave() throws InterruptedException {
    Permits one = new Permits(ROOMS);
    Permits other = new Permits(ROOMS);
    assertThat(count(true, one, other)).isEqualTo(2 * ROOMS);
    assertThat(one.free.availablePermits()).isEqualTo(ROOMS);
    assertThat(other.free.availablePermits()).isEqualTo(ROOMS);
  }

  @Test
  void oneMoreThatIsLetInIsCounted() throws InterruptedException {
    assertThat(count(true, new Permits(ROOMS + 1), new Permits(ROOMS))).isEqualTo(2 * ROOMS + 1);
  }

  @Test
  void whereNobodyMoreTriesNobodyMoreIsCounted() throws InterruptedException {
    assertThat(count(false, new Permits(ROOMS + 1))).isEqualTo(ROOMS);
  }

  @Test
  void whatIsThrownIsThePluginsFailure() {
    RoomLock broken =
        new RoomLock() {
          @Override
          public boolean enter(long patienceNanos) {
            return true;
          }

          @Override
          public void leave() {
            throw new IllegalStateException("can't leave");
          }
        };
    RoomCounter counter = new RoomCounter(List.of(Doorway.of(broken)), 1, false);
    assertThatThrownBy(() -> counter.count(FAILURES))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("enter or leave threw")
        .hasMessageContaining("can't leave");
  }
}
