package io.anteroom.engine;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.anteroom.clock.WallClock;
import io.anteroom.locking.LockingModes;
import io.anteroom.scenario.ModeTraits;
import java.util.stream.Stream;
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

  @ParameterizedTest
  @MethodSource("modesAndTheirLines")
  void everyModeCanBeRehearsed(String modeAndLine) {
    for (String demand : new String[] {"persons=50", "arrivals=poisson:100/s duration=1s"}) {
      assertThatCode(
              () ->
                  Rehearsal.run(
                      Scenarios.of(modeAndLine + " rooms=3 hold=exponential:1s " + demand),
                      new ThisMachine(new WallClock())))
          .doesNotThrowAnyException();
    }
  }
}
