package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Erlang's recurrence where load to the power of rooms over a factorial, and sums of such terms,
 * are beyond any double.
 */
class ErlangBTest {
  private static final MathContext DIGITS = new MathContext(50);

  /** A probability below this has no digits of its own in a double, and matters to nobody. */
  private static final double NOTHING = 1e-290;

  private static final String QUEUES =
      """
      1, 1e-300
      1, 1e300
      1, 4.9e-324
      2, 1e-200
      10, 1e-40
      171, 170
      200, 1e-3
      1000, 1
      1000, 700
      1000, 999.999999
      1000, 5000
      1000, 1e200
      5000, 1e-300
      20000, 18000
      20000, 20000
      20000, 19
      50000, 60000
      """;

  /** The same recurrence with fifty digits and without bounds; 0 where it is {@link #NOTHING}. */
  private static double exact(int rooms, double load) {
    BigDecimal offered = new BigDecimal(load);
    BigDecimal blocking = BigDecimal.ONE;
    for (int room = 1; room <= rooms; room++) {
      BigDecimal scaled = offered.multiply(blocking, DIGITS);
      blocking = scaled.divide(scaled.add(BigDecimal.valueOf(room), DIGITS), DIGITS);
    }
    int exponent = blocking.precision() - blocking.scale();
    return exponent < Math.log10(NOTHING) ? 0 : blocking.doubleValue();
  }

  @ParameterizedTest
  @CsvSource(textBlock = QUEUES)
  void agreesWithFiftyDigitsWhereAnythingElseWouldOverflow(int rooms, double load) {
    double exact = exact(rooms, load);
    double blocking = ErlangB.blocking(rooms, load);

    assertThat(blocking).isBetween(0.0, 1.0);
    if (exact < NOTHING) {
      assertThat(blocking).isLessThan(NOTHING);
    } else {
      assertThat(blocking / exact).isCloseTo(1, within(1e-12));
    }
  }

  /** What is built on it must not divide by a blocking of 0, nor lose what is close to 1. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1000, 1
          5000, 1e-300
          1000, 700
          200, 1e-3
          1000, 999.999999
          20000, 19
          """)
  void formulasBuiltOnItStayFigures(int rooms, double load) {
    Queue queue = new Queue(rooms, load, 1);
    ErlangC endless = new ErlangC(queue);
    FiniteLine finite = new FiniteLine(queue, rooms + 10);
    FixedPatience fixed = new FixedPatience(queue, 0.5);
    double exact = exact(rooms, load);

    for (double share :
        List.of(
            endless.waited(),
            finite.waited(),
            finite.turnedAway(),
            fixed.waited(),
            fixed.abandoned())) {
      assertThat(share).isBetween(0.0, 1.0);
    }
    for (double time :
        List.of(
            endless.meanWait(),
            endless.stddevWait(Order.FIFO),
            finite.meanWait(),
            finite.stddevWait(),
            fixed.meanWait(),
            fixed.meanWaitOfAll())) {
      assertThat(time).isFinite().isNotNegative();
    }
    double waited = exact / (1 - load / rooms * (1 - exact));
    if (waited > NOTHING) {
      assertThat(endless.waited() / waited).isCloseTo(1, within(1e-6));
    } else {
      assertThat(endless.waited()).isLessThan(NOTHING);
    }
  }
}
