package io.anteroom.bench;

import io.avaje.jsonb.Json;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The median of some measurements, and an interval that holds the median of all that there could
 * be, whatever their distribution: of the k-th least and the k-th greatest, with the greatest k for
 * which the probability to miss it, 2 P(B &lt; k) for a binomial B of as many tosses of a coin, is
 * at most 5% (David, Nagaraja: Order Statistics, 3rd edition 2003, section 7.1). Fewer than six
 * measurements have none.
 *
 * @param least of all measurements
 * @param most of all measurements
 * @param count how many there are
 * @param interval null where there are fewer than six
 */
@Json
public record Median(
    double value, double least, double most, int count, @Nullable Interval interval) {
  /** One in so many intervals may miss the median. */
  private static final BigInteger MISSES = BigInteger.valueOf(20);

  /**
   * Where the median is.
   *
   * @param coverage the probability that it is there, at least 0.95
   */
  @Json
  public record Interval(double low, double high, double coverage) {}

  /**
   * The median of these.
   *
   * @param values at least one
   */
  public static Median of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int count = sorted.size();
    int middle = count / 2;
    double median =
        count % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Median(median, sorted.getFirst(), sorted.getLast(), count, interval(sorted));
  }

  private static @Nullable Interval interval(List<Double> sorted) {
    int count = sorted.size();
    BigInteger outcomes = BigInteger.ONE.shiftLeft(count);
    BigInteger choices = BigInteger.ONE;
    BigInteger below = BigInteger.ZERO;
    BigInteger missing = BigInteger.ZERO;
    int rank = 0;
    while (true) {
      below = below.add(choices);
      BigInteger missed = below.shiftLeft(1);
      if (missed.multiply(MISSES).compareTo(outcomes) > 0) {
        break;
      }
      missing = missed;
      choices = choices.multiply(BigInteger.valueOf(count - rank)).divide(next(rank));
      rank++;
    }
    return rank == 0
        ? null
        : new Interval(
            sorted.get(rank - 1),
            sorted.get(count - rank),
            1 - missing.doubleValue() / outcomes.doubleValue());
  }

  private static BigInteger next(int rank) {
    return BigInteger.valueOf(rank + 1L);
  }
}
