package io.anteroom.theory;

import io.anteroom.scenario.Distribution;
import java.util.Optional;

/**
 * Arrivals with independent gaps.
 *
 * @param letter in Kendall's notation
 * @param rate arrivals per nanosecond
 * @param squaredVariation squared coefficient of variation of the gaps; may be infinite
 * @param gaps their transform; empty where it has no closed form
 */
record Stream(String letter, double rate, double squaredVariation, Optional<Gaps> gaps) {
  /** Poisson arrivals. */
  static Stream poisson(double rate) {
    return new Stream("M", rate, 1, Optional.of(Gaps.exponential(1 / rate)));
  }

  /** Arrivals at equal gaps. */
  static Stream constant(double rate) {
    return new Stream("D", rate, 0, Optional.of(Gaps.fixed(1 / rate)));
  }

  /** Arrivals at gaps of a distribution. */
  static Stream renewal(Distribution gap) {
    return new Stream(
        Shape.letter(gap, "GI"),
        1 / gap.meanNanos(),
        DurationMoments.of(gap).squaredVariation(),
        Gaps.of(gap));
  }

  boolean poisson() {
    return letter.equals("M");
  }

  /** Every {@code count}-th of these arrivals. */
  Stream every(int count) {
    return count == 1
        ? this
        : new Stream(
            letter(count),
            rate / count,
            squaredVariation / count,
            gaps.map(one -> one.every(count)));
  }

  private String letter(int count) {
    return switch (letter.charAt(0)) {
      case 'M' -> "E" + count;
      case 'D' -> "D";
      case 'E' -> "E" + (long) count * Integer.parseInt(letter.substring(1));
      default -> "GI";
    };
  }

  /** Each arrival taken with equal probability by one of so many; only Poisson stays what it is. */
  Stream oneOf(int count) {
    return poisson(rate / count);
  }
}
