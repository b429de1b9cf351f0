package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {
  @ParameterizedTest
  @CsvSource({
    "50, 20",
    "90, 100",
    "99, 1000",
    "99.9, 10000",
    "99.99, 100000",
    "99.999, 1000000",
    "95, 200",
    "0.5, 11",
    "66.6, 30"
  })
  void aQuantileIsAFigureFromTenDurationsBeyondItOn(double percent, long least) {
    assertThat(Quantiles.leastCount(percent)).isEqualTo(least);
    assertThat(Quantiles.known(least, percent)).isTrue();
    assertThat(Quantiles.known(least - 1, percent)).isFalse();
    assertThat(Quantiles.beyond(least, percent)).isEqualTo(10);
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(Quantiles.known(0, 50)).isFalse();
    assertThat(Quantiles.beyond(0, 0.001)).isZero();
  }

  @Test
  void roundingTakesNothingAway() {
    for (int percent = 1; percent < 100; percent++) {
      assertThat(Quantiles.beyond(100, percent)).isEqualTo(100 - percent);
      assertThat(Quantiles.beyond(1_000_000_000L, percent))
          .isEqualTo((100 - percent) * 10_000_000L);
    }
  }
}
