package io.anteroom.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anteroom.scenario.Distribution;
import io.anteroom.scenario.DurationList;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTailTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  static Stream<Distribution> holds() {
    return Stream.of(
        new Distribution.Fixed(SECOND),
        new Distribution.Exponential(SECOND),
        new Distribution.Uniform(Duration.ofMillis(500), Duration.ofMillis(1500)),
        new Distribution.Lognormal(SECOND, 0.8),
        new Distribution.Erlang(SECOND, 4),
        new Distribution.Hyperexponential(SECOND, 2),
        new Distribution.Pareto(SECOND, 6),
        new Distribution.Empirical(
            "file", new DurationList(1_000_000_000, 3_000_000_000L, 2_000_000_000)));
  }

  @ParameterizedTest
  @MethodSource("holds")
  void momentsOfHoldsAreThoseOfTheirTails(Distribution hold) {
    WaitTail tail = HoldTail.of(hold);
    assertThat(Integral.mean(tail)).isCloseTo(hold.meanNanos(), within(2e-4 * hold.meanNanos()));
    double stddev = HoldFigures.stddevNanos(hold);
    // A difference of two near squares: where nothing varies, little is left of their digits.
    assertThat(Integral.stddev(tail)).isCloseTo(stddev, within(0.01 * hold.meanNanos()));
  }

  @Test
  void quantilesOfHoldsAreKnown() {
    assertThat(HoldFigures.quantileNanos(new Distribution.Fixed(SECOND), 99))
        .isCloseTo(1e9, within(1.0));
    assertThat(HoldFigures.quantileNanos(new Distribution.Exponential(SECOND), 99))
        .isCloseTo(1e9 * Math.log(100), within(1.0));
    // The normal distribution's 97.5th percentile is 1.959964.
    double variance = Math.log1p(0.25);
    assertThat(HoldFigures.quantileNanos(new Distribution.Lognormal(SECOND, 0.5), 97.5))
        .isCloseTo(1e9 * Math.exp(1.959963985 * Math.sqrt(variance) - variance / 2), within(100.0));
  }

  /** The response of M/M/1 is exponential at the spare rate. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 0.9, 0.99})
  void withOneRoomTheResponseIsExponential(double load) {
    WaitTail response = new ErlangC(new Queue(1, load, 1)).andExponential(1);
    for (double time : new double[] {0, 0.01, 1, 5, 50}) {
      assertThat(response.exceeds(time)).isCloseTo(Math.exp(-(1 - load) * time), within(1e-12));
    }
  }

  static List<WaitTail> waits() {
    return List.of(
        new ErlangC(new Queue(8, 6, 1)),
        new ErlangC(new Queue(100, 99, 1)),
        new RenewalArrivals(new Queue(5, 4, 1), Gaps.fixed(0.25)),
        new FiniteLine(new Queue(6, 6, 1), 20),
        new FinitePopulation(30, 5, 4, 1),
        new ExponentialBurst(30, 7, 1),
        new ErlangStages(0.2, stages -> stages < 12 ? 1 : 0));
  }

  /** Closed forms and geometric numbers of stages say what adding up slice by slice does. */
  @ParameterizedTest
  @MethodSource("waits")
  void everyWayToAddAHoldAgrees(WaitTail wait) {
    WaitTail quick = wait.andExponential(1);
    WaitTail summed = new ResponseTail(wait, 1);
    for (double time : new double[] {0, 1e-6, 0.1, 0.5, 1, 2, 3, 5, 8, 20}) {
      assertThat(quick.exceeds(time)).as("%s", time).isCloseTo(summed.exceeds(time), within(1e-9));
    }
  }

  @Test
  void theMeanIsThatOfBoth() {
    for (WaitTail wait : waits()) {
      double mean = Integral.mean(wait) + 1;
      assertThat(Integral.mean(wait.andExponential(1))).isCloseTo(mean, within(1e-3 * mean));
    }
    WaitTail patient = new FixedPatience(new Queue(3, 4, 1), 0.7);
    assertThat(slowMean(patient.andExponential(1)))
        .isCloseTo(Integral.mean(patient) + 1, within(1e-3));
  }

  private static double slowMean(WaitTail tail) {
    double sum = 0;
    for (int i = 0; i < 3000; i++) {
      sum += tail.exceeds((i + 0.5) / 100) / 100;
    }
    return sum;
  }

  @Test
  void aFixedHoldShiftsTheWait() {
    FixedHold wait = new FixedHold(new Queue(4, 3e-9, 1e9));
    WaitTail response =
        Objects.requireNonNull(ResponseTail.of(new Distribution.Fixed(SECOND), wait));
    assertThat(response.exceeds(0.9e9)).isEqualTo(1);
    assertThat(response.exceeds(1.3e9)).isEqualTo(wait.exceeds(0.3e9));
  }

  @Test
  void whereNobodyWaitsItIsTheHold() {
    Distribution hold = new Distribution.Lognormal(SECOND, 2);
    assertThat(Objects.requireNonNull(ResponseTail.of(hold, WaitTail.NONE)).quantile(99))
        .isEqualTo(HoldFigures.quantileNanos(hold, 99));
    assertThat(ResponseTail.of(hold, null)).isNull();
    assertThat(ResponseTail.of(hold, new ErlangC(new Queue(1, 0.5, 1)))).isNull();
  }
}
