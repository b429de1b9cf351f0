package io.anteroom.run.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.CarriersHeld.Moment;
import io.anteroom.run.engine.HeldOverTime.Look;
import org.junit.jupiter.api.Test;

class HeldOverTimeTest {
  private static final long SECOND = 1_000_000_000;

  private final HeldOverTime held = new HeldOverTime();

  @Test
  void aHoldCountsInEachPartByWhatOfItLiesThere() {
    held.add(-SECOND, SECOND / 2);
    held.add(SECOND / 2, 2 * SECOND);

    assertThat(held.moments(5 * SECOND / 2, 5 * SECOND / 2, null))
        .containsExactly(new Moment(0, 1, 1.0), new Moment(1, 2, 1.0), new Moment(2, 2.5, 0.0));
  }

  @Test
  void whatIsNotKnownIsAGapUpToTheLook() {
    held.add(0, SECOND / 4);

    assertThat(held.moments(5 * SECOND, SECOND, new Look(2, 3 * SECOND)))
        .containsExactly(new Moment(0, 1, 0.25), new Moment(1, 2, null), new Moment(2, 5, 2.0));
  }

  @Test
  void aLongRunHasNoMorePartsAndLosesNoTime() {
    for (long second = 0; second < 10_000; second++) {
      held.add(second * SECOND, second * SECOND + SECOND / 2);
    }
    long end = 10_000 * SECOND;

    assertThat(held.moments(end, end, null))
        .hasSizeLessThanOrEqualTo(HeldOverTime.MOST)
        .allSatisfy(moment -> assertThat(moment.held()).isEqualTo(0.5));
  }
}
