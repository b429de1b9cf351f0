package io.anteroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final double EXACT = 1e-12;

  private static void assertClose(Moments found, long count, double mean, double squares) {
    assertThat(found.count()).isEqualTo(count);
    assertThat(found.mean()).isCloseTo(mean, within(EXACT));
    assertThat(found.squares()).isCloseTo(squares, within(EXACT));
  }

  @Test
  void momentsOfTwoSetsGiveThoseOfBoth() {
    Moments few = Moments.of(new double[] {1, 2});
    assertClose(few, 2, 1.5, 0.5);
    Moments more = Moments.of(new double[] {6, 7, 11});
    assertClose(more, 3, 8, 14);
    assertClose(few.plus(more), 5, 5.4, 65.2);
  }

  @Test
  void theVarianceAroundAnotherFigureIsGreater() {
    Moments moments = Moments.of(new double[] {1, 2, 3, 4, 5});
    assertThat(moments.varianceAround(3)).isCloseTo(2.5, within(EXACT));
    assertThat(moments.varianceAround(0)).isCloseTo(55 / 4.0, within(EXACT));
  }

  @Test
  void theIntervalIsThatOfTheSamples() {
    double[] samples = {1, 2, 4, 8};
    assertThat(Moments.of(samples).estimate(0.9)).isEqualTo(Estimates.student(samples, 0.9));
  }

  /** An interval that was cut on one side still reaches as far to the other. */
  @Test
  void theSamplesBehindAnIntervalAreFoundAgain() {
    Estimate whole = Estimates.student(new double[] {1, 2, 3, 4, 5}, 0.95);
    assertThat(Moments.of(whole, 5, 0.95).squares()).isCloseTo(10, within(1e-8));
    Estimate cut = new Estimate(whole.mean(), 2.5, whole.high());
    assertThat(Moments.of(cut, 5, 0.95).squares()).isCloseTo(10, within(1e-8));
    Estimate cutAbove = new Estimate(whole.mean(), whole.low(), 3.5);
    assertThat(Moments.of(cutAbove, 5, 0.95).squares()).isCloseTo(10, within(1e-8));
  }

  @Test
  void figuresAreAlikeUpToTheirLastDigits() {
    assertThat(new Estimate(-4, -4, -4).alike()).isTrue();
    assertThat(new Estimate(4, 4, 4).alike()).isTrue();
    assertThat(new Estimate(-4, -4 - 1e-12, -4 + 1e-12).alike()).isTrue();
    assertThat(new Estimate(4, 4 - 1e-11, 4).alike()).isFalse();
  }
}
