package io.anteroom.theory;

import io.anteroom.scenario.BatchSize;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Poisson arrivals of batches, exponential holds, one line: M^X/M/c. First come, first served;
 * within a batch in turn.
 *
 * <p>The states follow from the cuts between them: what goes down from {@code n + 1} persons is
 * what jumps up over that cut, {@code min(n + 1, c) µ p(n + 1) = λ Σ p(k) P(X > n - k)}. All terms
 * are positive, so no digits are lost.
 *
 * <p>Source: D. Gross, J. F. Shortle, J. M. Thompson, C. M. Harris, Fundamentals of Queueing
 * Theory, 4th ed. 2008, section 3.1; P. J. Burke, Delays in single-server queues with batch input,
 * 1975.
 */
final class BatchLine implements HasTail {
  private static final double NEGLIGIBLE = 1e-17;
  private static final double LARGE = 1e200;
  private static final int MOST_STATES = 200_000;
  private static final double MOST_TERMS = 1e8;

  private final int rooms;

  /** The probability of so many persons waiting or in rooms. */
  private final double[] present;

  /**
   * The probability that an arrival finds more than so many persons before it, from the rooms on.
   */
  private final double[] ahead;

  private final ErlangStages tail;
  private final double meanStage;
  private final double meanLine;
  private final double personRate;

  private BatchLine(Queue queue, double[] present, double[] sizeTail, double meanSize) {
    this.rooms = queue.rooms();
    this.present = present;
    this.meanStage = 1 / queue.capacity();
    this.personRate = queue.arrivalRate();
    double line = 0;
    for (int n = rooms + 1; n < present.length; n++) {
      line += (n - rooms) * present[n];
    }
    this.meanLine = line;
    this.ahead = ahead(sizeTail, meanSize);
    this.tail = new ErlangStages(meanStage, stages -> stages < ahead.length ? ahead[stages] : 0);
  }

  /**
   * The steady state; null where it takes too many states to sum over.
   *
   * @param queue stable, with the rate of persons
   */
  static @Nullable BatchLine of(Queue queue, BatchSize size) {
    double[] sizeTail = sizeTail(size);
    double batchRate = queue.requireStable().arrivalRate() / size.mean();
    double[] weights = new double[1024];
    weights[0] = 1;
    double sum = 1;
    int count = 1;
    double likeliest = queue.load() + size.mean();
    while (count <= likeliest || weights[count - 1] > NEGLIGIBLE * sum) {
      if (count == MOST_STATES || (double) count * sizeTail.length > MOST_TERMS) {
        return null;
      }
      if (count == weights.length) {
        weights = Arrays.copyOf(weights, 2 * count);
      }
      double up = 0;
      for (int k = Math.max(0, count - sizeTail.length); k < count; k++) {
        up += weights[k] * sizeTail[count - 1 - k];
      }
      weights[count] = batchRate * up * queue.meanHold() / Math.min(count, queue.rooms());
      sum += weights[count];
      if (sum > LARGE) {
        for (int k = 0; k <= count; k++) {
          weights[k] /= LARGE;
        }
        sum /= LARGE;
      }
      count++;
    }
    double[] present = new double[count];
    for (int n = 0; n < count; n++) {
      present[n] = weights[n] / sum;
    }
    return new BatchLine(queue, present, sizeTail, size.mean());
  }

  /** The probability of more persons in a batch than 0, 1 and so on. */
  private static double[] sizeTail(BatchSize size) {
    double[] tail = new double[16];
    int count = 0;
    for (double more = 1; more > NEGLIGIBLE; more = size.moreThan(count)) {
      if (count == tail.length) {
        tail = Arrays.copyOf(tail, 2 * count);
      }
      tail[count++] = more;
    }
    return Arrays.copyOf(tail, count);
  }

  /** A person finds those before its batch, and those of its batch that are before it. */
  private double[] ahead(double[] sizeTail, double meanSize) {
    int most = present.length + sizeTail.length;
    double[] found = new double[most];
    for (int n = 0; n < present.length; n++) {
      for (int before = 0; before < sizeTail.length; before++) {
        found[n + before] += present[n] * sizeTail[before] / meanSize;
      }
    }
    double[] more = new double[Math.max(most - rooms, 1)];
    double sum = 0;
    for (int n = most - 1; n >= rooms; n--) {
      sum += found[n];
      more[n - rooms] = sum;
    }
    return more;
  }

  /** The probability that a person finds no free room. */
  double waited() {
    return ahead[0];
  }

  /** The mean wait: by Little's law. */
  double meanWait() {
    return meanLine / personRate;
  }

  /** The standard deviation of the wait. */
  double stddevWait() {
    double second = 0;
    for (int stages = 0; stages < ahead.length; stages++) {
      // The mean of s(s + 1), where s is the number of stages.
      second += 2 * (stages + 1.0) * ahead[stages];
    }
    return Spread.stddev(meanWait(), second * meanStage * meanStage);
  }

  /** The probability that more persons than that wait. */
  double moreWaitingThan(long persons) {
    double sum = 0;
    for (long n = present.length - 1L; n > rooms + persons; n--) {
      sum += present[(int) n];
    }
    return sum;
  }

  @Override
  public WaitTail tail() {
    return tail;
  }
}
