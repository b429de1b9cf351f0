package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.connection.Connections;
import io.anteroom.modes.connection.StubConnections;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections that Agroal finds by a URL, as long as their pool is there. */
class AgroalDriverTest {
  @Test
  void aPoolThatDoesNotOpenLeavesNoConnectionsBehind() {
    ScenarioBuilder scenario = new ScenarioBuilder().locking("agroal", Line.SHARED, 1);
    WallClock clock = new WallClock();
    Connections connections = new StubConnections(clock, 0);
    Premises roomless =
        new Premises(List.of(), scenario.build(), scenario.schedule(), clock, connections);
    String before = AgroalDriver.register(connections);
    AgroalDriver.unregister(before);
    assertThatThrownBy(() -> Agroal.TYPE.factory().apply(roomless).close())
        .isInstanceOf(RuntimeException.class);
    String after = AgroalDriver.register(connections);
    AgroalDriver.unregister(after);
    int first = number(before);
    assertThat(number(after)).as("it was registered").isEqualTo(first + 2);
    assertThat(new AgroalDriver().acceptsURL("anteroom:" + (first + 1))).isFalse();
  }

  private static int number(String url) {
    return Integer.parseInt(url.substring(url.indexOf(':') + 1));
  }
}
