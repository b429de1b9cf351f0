package io.anteroom.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeAverageTest {
  private static final long MILLI = 1_000_000;

  /** A room that is taken for two seconds, looked at every ten milliseconds. */
  private static TimeAverage taken() {
    TimeAverage average = new TimeAverage();
    for (long millis = 0; millis <= 2_000; millis += 10) {
      average.add(millis * MILLI, 1);
    }
    return average;
  }

  @Test
  void gapsOfAnyLengthCountByTheirLength() {
    TimeAverage average = new TimeAverage();
    average.add(0, 4);
    average.add(10, 4);
    average.add(110, 0);
    average.add(200, 0);

    assertThat(average.average()).isCloseTo((10 * 4 + 100 * 2) / 200.0, within(1e-12));
  }

  /** With equal gaps it is by the differences alone. */
  @Test
  void theErrorIsThatOfSystematicSamples() {
    TimeAverage average = new TimeAverage();
    for (int i = 0; i <= 1_000; i++) {
      average.add(i * MILLI, i % 2);
    }

    assertThat(average.standardError()).isCloseTo(Math.sqrt(1 / 2_000.0), within(1e-6));
  }

  /** So it is on a busy machine, where the last look comes long after the last person has left. */
  @Test
  void aLateLookAtAChangeMakesItLessSure() {
    TimeAverage average = taken();
    average.add(2_190 * MILLI, 0);
    double truly = 2_000 / 2_190.0;

    assertThat(average.average()).isGreaterThan(1.04 * truly);
    assertThat(average.average()).isCloseTo(truly, within(4 * average.standardError()));
  }

  @Test
  void withoutAChangeALateLookDoesNoHarm() {
    TimeAverage average = taken();
    average.add(2_190 * MILLI, 1);

    assertThat(average.standardError()).isZero();
  }
}
