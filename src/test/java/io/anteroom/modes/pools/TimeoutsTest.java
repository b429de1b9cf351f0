package io.anteroom.modes.pools;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.modes.clock.WallClock;
import io.anteroom.modes.locking.Premises;
import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.Line;
import io.anteroom.scenario.schedule.ScenarioBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library never gives up before the patience is over. */
final class TimeoutsTest {
  private static long millis(ScenarioBuilder scenario) {
    scenario.locking("hikaricp", Line.SHARED, 2);
    return Timeouts.millis(Premises.of(scenario.build(), scenario.schedule(), new WallClock()), -1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "999999, 1", "1000000, 1", "1000001, 2", "250000000, 250"})
  void aPatienceIsRoundedUpToMilliseconds(long nanos, long millis) {
    Distribution patience = new Distribution.Fixed(Duration.ofNanos(nanos));
    assertThat(millis(new ScenarioBuilder().patience(patience))).isEqualTo(millis);
  }

  @Test
  void withoutPatienceItIsWhatTheLibraryTakesForNever() {
    assertThat(millis(new ScenarioBuilder())).isEqualTo(-1);
  }
}
