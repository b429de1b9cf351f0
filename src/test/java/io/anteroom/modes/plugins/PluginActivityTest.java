package io.anteroom.modes.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.spi.PluginException;
import io.anteroom.modes.spi.PluginException.Fault;
import io.anteroom.modes.spi.RoomCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call of the user's own is told the hold; what it throws ends the run, until it is closed. */
class PluginActivityTest {
  private final List<Long> holds = new ArrayList<>();
  private int closed;

  private final PluginActivity activity =
      new PluginActivity(
          new PluginCalls("own", "own.jar", Fault.FAILED, getClass().getClassLoader()),
          new RoomCall() {
            @Override
            public void perform(long holdNanos) {
              holds.add(holdNanos);
              if (holdNanos == 13) {
                throw new IllegalStateException("no 13");
              }
            }

            @Override
            public void close() {
              closed++;
            }
          });

  @Test
  void noHoldIsShorterThanNone() throws InterruptedException {
    activity.perform(5);
    activity.perform(-5);
    assertThat(holds).containsExactly(5L, 0L);
  }

  @Test
  void afterItWasClosedNothingIsItsFault() {
    assertThatThrownBy(() -> activity.perform(13))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("perform threw")
        .hasMessageContaining("no 13");
    activity.close();
    assertThat(closed).isEqualTo(1);
    assertThatThrownBy(() -> activity.perform(13)).isInstanceOf(InterruptedException.class);
  }
}
