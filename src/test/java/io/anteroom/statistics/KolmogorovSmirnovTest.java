package io.anteroom.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KolmogorovSmirnovTest {
  /** Against figures from 0 to 1 of which each is as likely as any other. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.5, 0.5", "0.6, 0.9, 0.6", "0.2, 0.95, 0.45", "0.05, 0.6, 0.45"})
  void theDistanceIsTheGreatestStepBeforeOrBehindAFigure(double one, double other, double far) {
    assertThat(KolmogorovSmirnov.distance(new double[] {one, other}, x -> x))
        .isCloseTo(far, within(1e-12));
  }

  /** The limit's other series, from Jacobi's identity, converges where the first one does not. */
  private static double limit(double scaled) {
    double sum = 0;
    for (int i = 1; i < 200; i += 2) {
      sum += Math.exp(-i * i * Math.PI * Math.PI / (8 * scaled * scaled));
    }
    return 1 - Math.sqrt(2 * Math.PI) / scaled * sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.15, 0.25, 0.4, 0.5, 0.7, 0.9})
  void theProbabilityIsKolmogorovsWithStephensCorrection(double distance) {
    // Of four figures: 2 + 0.12 + 0.11 / 2.
    assertThat(KolmogorovSmirnov.probability(distance, 4))
        .isCloseTo(limit(2.175 * distance), within(1e-9));
  }

  /** Smirnov: Table for Estimating the Goodness of Fit, Annals of Mathematical Statistics 19. */
  @Test
  void theLimitIsAsInTheTable() {
    double many = 1e6;
    assertThat(KolmogorovSmirnov.probability(1.3581 / many, (long) (many * many)))
        .isCloseTo(0.05, within(1e-5));
    assertThat(KolmogorovSmirnov.probability(1, 1_000_000)).isZero();
  }
}
