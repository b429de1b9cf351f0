package io.anteroom.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.result.metric.Unit;
import org.junit.jupiter.api.Test;

class ForksNeededTest {
  /** Four pairs whose log ratios are so far above and below 0, by turns. */
  private static Paired scattered(double by) {
    double up = Math.exp(by);
    return Paired.of(new double[] {1, 1, 1, 1}, new double[] {up, 1 / up, up, 1 / up});
  }

  /**
   * The deviation is 0.3 √(4/3) = 0.3464, and half of ln 1.5 is 0.2027, so t / √n must be below
   * 0.5852: by tables of Student's t (97.5%) it is 2.179 / √13 = 0.604 with 13 forks, and 2.160 /
   * √14 = 0.577 with 14.
   */
  @Test
  void theyAreTheFewestWhoseIntervalIsShorterThanWhatMatters() {
    assertThat(ForksNeeded.of(scattered(0.3), 0.95, Unit.DURATION)).isEqualTo(14);
  }

  @Test
  void moreThanAnybodyRunsAreNotCounted() {
    int forks = ForksNeeded.of(scattered(20), 0.95, Unit.DURATION);
    assertThat(forks).isGreaterThan(ForksNeeded.MOST);
    assertThat(ForksNeeded.text(forks)).isEqualTo("more than 1,000 would");
    assertThat(ForksNeeded.text(null)).isEmpty();
  }
}
