package io.anteroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** With two degrees of freedom chi-squared is exponential, with mean 2. */
class DispersionTest {
  private static final double EXACT = 1e-12;

  /** Of mean 2 the squares are 2 over 2, of mean 12 they are 8 over 12. */
  @Test
  void eachGroupIsHeldAgainstItsOwnMean() {
    Dispersion found = Dispersion.of(new long[][] {{1, 3}, {10, 14}});
    assertThat(found.index()).isCloseTo(5.0 / 6, within(EXACT));
    assertThat(found.p()).isCloseTo(2 * Math.exp(-5.0 / 6), within(EXACT));
  }

  @Test
  void burstsAndEvenCountsAreBothImprobable() {
    Dispersion bursts = Dispersion.of(new long[][] {{0, 30, 0}});
    assertThat(bursts.index()).isCloseTo(30, within(EXACT));
    assertThat(bursts.p()).isCloseTo(2 * Math.exp(-30), within(EXACT));
    Dispersion even = Dispersion.of(new long[][] {{9, 10, 11}});
    assertThat(even.index()).isCloseTo(0.1, within(EXACT));
    assertThat(even.p()).isCloseTo(2 * (1 - Math.exp(-0.1)), within(EXACT));
  }

  @Test
  void windowsInWhichNothingHappenedTellNothing() {
    assertThat(Dispersion.of(new long[][] {{0, 0}})).isEqualTo(new Dispersion(1, 1));
    assertThat(Dispersion.of(new long[][] {{0, 0}, {0, 30, 0}}))
        .isEqualTo(Dispersion.of(new long[][] {{0, 30, 0}}));
  }

  @Test
  void whatIsAsLikelyOnBothSidesIsCertain() {
    // Squares of 2 ln 2, the median, up to what whole counts allow.
    Dispersion found = Dispersion.of(new long[][] {{300, 300, 300 + 25}});
    assertThat(found.p()).isLessThanOrEqualTo(1).isGreaterThan(0.9);
  }
}
