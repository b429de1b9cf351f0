package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.anteroom.modes.LockingModes;
import io.anteroom.modes.clock.WallClock;
import io.anteroom.scenario.ModeTraits;
import io.anteroom.scenario.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class RehearsalTest {
  static Stream<String> modesAndTheirLines() {
    return LockingModes.traits().stream().flatMap(RehearsalTest::withEachLine);
  }

  private static Stream<String> withEachLine(ModeTraits mode) {
    return mode.lines().stream().map(line -> "mode=" + mode.name() + " line=" + line.word());
  }

  @Test
  void whereCarriersAreKeptBusyTheRehearsalIsInModeReentrant() {
    Scenario spinning = Scenarios.of("mode=try-spin persons=9");
    Scenario waiting = Scenarios.of("mode=semaphore persons=9");
    assertThat(Rehearsal.waiting(spinning).mode()).isEqualTo("reentrant");
    assertThat(Rehearsal.waiting(waiting).mode()).isEqualTo("semaphore");
    System.setProperty("anteroom.busyWaiting", "true");
    try {
      assertThat(Rehearsal.waiting(waiting).mode()).isEqualTo("reentrant");
    } finally {
      System.clearProperty("anteroom.busyWaiting");
    }
  }

  @ParameterizedTest
  @MethodSource("modesAndTheirLines")
  void everyModeCanBeRehearsed(String modeAndLine) {
    for (String demand : new String[] {"persons=50", "arrivals=poisson:100/s duration=1s"}) {
      assertThatCode(
              () ->
                  Rehearsal.run(
                      Scenarios.of(modeAndLine + " rooms=3 hold=exponential:1s " + demand),
                      LockingModes::create,
                      new ThisMachine(new WallClock())))
          .doesNotThrowAnyException();
    }
  }
}
