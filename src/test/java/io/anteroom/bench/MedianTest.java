package io.anteroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The median and the interval that holds it. */
final class MedianTest {
  private static List<Double> upTo(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(value -> (double) value).toList().reversed();
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Median.of(upTo(5)).value()).isEqualTo(3);
    assertThat(Median.of(upTo(6)).value()).isEqualTo(3.5);
    assertThat(Median.of(List.of(7.0)).value()).isEqualTo(7);
  }

  @Test
  void theExtremesAreKept() {
    Median median = Median.of(List.of(3.0, 9.0, 1.0));
    assertThat(median.least()).isEqualTo(1);
    assertThat(median.most()).isEqualTo(9);
    assertThat(median.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void fewerThanSixHaveNoInterval(int count) {
    assertThat(Median.of(upTo(count)).interval()).isNull();
  }

  /** The ranks of tables, such as Conover: Practical Nonparametric Statistics, 3rd edition. */
  @ParameterizedTest
  @CsvSource({
    " 6,  1,  6, 0.96875",
    " 7,  1,  7, 0.984375",
    " 8,  1,  8, 0.9921875",
    " 9,  2,  8, 0.9609375",
    "10,  2,  9, 0.978515625",
    "15,  4, 12, 0.96484375",
    "20,  6, 15, 0.9586105346679688",
    "21,  6, 16, 0.9733963012695312",
    "25,  8, 18, 0.9567147493362427",
  })
  void theIntervalHasTheRanksOfTheTables(int count, int low, int high, double coverage) {
    Median.Interval interval = Objects.requireNonNull(Median.of(upTo(count)).interval());
    assertThat(interval.low()).isEqualTo(low);
    assertThat(interval.high()).isEqualTo(high);
    assertThat(interval.coverage()).isCloseTo(coverage, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 15, 40, 200})
  void theIntervalHoldsTheTrueMedianAsOftenAsItSays(int count) {
    SplittableRandom random = new SplittableRandom(1);
    int held = 0;
    double coverage = 0;
    int trials = 20_000;
    for (int trial = 0; trial < trials; trial++) {
      // Exponential, which is far from symmetric: its median is the logarithm of 2.
      List<Double> values =
          random.doubles(count).mapToObj(share -> -StrictMath.log(1 - share)).toList();
      Median.Interval interval = Objects.requireNonNull(Median.of(values).interval());
      coverage = interval.coverage();
      if (interval.low() <= StrictMath.log(2) && StrictMath.log(2) <= interval.high()) {
        held++;
      }
    }
    assertThat(coverage).isGreaterThanOrEqualTo(0.95);
    assertThat((double) held / trials).isCloseTo(coverage, within(0.006));
  }
}
