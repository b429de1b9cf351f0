package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M/D/c against another way to its figures: the roots inside the unit circle. */
class FixedHoldTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0.3",
    "2, 0.9999",
    "10, 0.5",
    "10, 0.99",
    "100, 0.9",
    "100, 0.9999",
    "1000, 0.99",
    "10000, 0.99",
    "10000, 0.999",
    "10000, 0.9999"
  })
  void agreesWithTheRoots(int rooms, double loadPerRoom) {
    FixedHold line = new FixedHold(new Queue(rooms, rooms * loadPerRoom, 1));
    Roots roots = new Roots(rooms, loadPerRoom);
    assertThat(line.waited()).isCloseTo(roots.waited, within(1e-9));
    double waiting = line.meanWait() * rooms * loadPerRoom;
    assertThat(waiting).isCloseTo(roots.meanWaiting, within(1e-9 * (rooms + waiting)));
    if (rooms <= 100) {
      assertThat(Integral.mean(line)).isCloseTo(line.meanWait(), within(1e-3 * line.meanWait()));
    }
  }

  /**
   * With the roots {@code z} of {@code z^c = exp(load (z - 1))}: the mean number waiting is a sum
   * of {@code 1 / (1 - z)}, and the probability not to wait is over the product of {@code 1 - z}.
   *
   * <p>Source: C. D. Crommelin 1932; H. C. Tijms, A First Course in Stochastic Models, 2003,
   * section 9.6.
   */
  private static final class Roots {
    final double meanWaiting;
    final double waited;

    Roots(int rooms, double loadPerRoom) {
      double load = rooms * loadPerRoom;
      double sum = (load * load - rooms * (rooms - 1.0)) / (2 * (rooms - load));
      double logProduct = 0;
      for (int k = 1; k < rooms; k++) {
        double re = 0;
        double im = 0;
        double change = 1;
        while (change > 1e-15) {
          double size = Math.exp(loadPerRoom * (re - 1));
          double angle = 2 * Math.PI * k / rooms + loadPerRoom * im;
          change = Math.hypot(size * Math.cos(angle) - re, size * Math.sin(angle) - im);
          re = size * Math.cos(angle);
          im = size * Math.sin(angle);
        }
        double square = (1 - re) * (1 - re) + im * im;
        sum += (1 - re) / square;
        logProduct += Math.log(square) / 2;
      }
      meanWaiting = sum;
      waited = 1 - (rooms - load) * Math.exp(-logProduct);
    }
  }
}
