package io.anteroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Unit;
import io.anteroom.study.diff.Change;
import io.anteroom.study.diff.Change.Bounds;
import io.anteroom.study.diff.Contrast;
import org.junit.jupiter.api.Test;

/** A change and its interval are on one scale, and say which. */
class ChangeWordingTest {
  private static String words(Unit unit, double a, double b, Bounds bounds) {
    Change change =
        new Change("metric", a, b, a == 0 ? null : b / a - 1, bounds, Contrast.GREATER, "");
    return ChangeWording.amount(change, unit) + " in " + ChangeWording.bounds(bounds, unit);
  }

  @Test
  void sharesOfWhatItWasAreInPercent() {
    assertThat(words(Unit.DURATION, 1e6, 1.5e6, new Bounds(true, 0.4, 0.6)))
        .isEqualTo("+50.0% in +40.0% – +60.0%");
  }

  @Test
  void amountsAreInTheMetricsUnit() {
    assertThat(words(Unit.DURATION, 0, 1.5e6, new Bounds(false, 1e6, 2e6)))
        .isEqualTo("+1.5ms in +1.0ms – +2.0ms");
  }

  @Test
  void amountsOfSharesAreInPercentagePoints() {
    assertThat(words(Unit.SHARE, 0.02, 0.014, new Bounds(false, -0.051, 0.038)))
        .isEqualTo("-0.6pp in -5.1pp – +3.8pp");
  }
}
