package io.anteroom.bench.mmc;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.HdrHistogram.Histogram;

/**
 * The floor: the recursion of Kiefer and Wolfowitz as one would write it by hand for this queue and
 * no other. The times at which the rooms fall free, in order; a visit takes the first.
 */
public final class PlainRecursion {
  private static final long HIGHEST_NANOS = TimeUnit.DAYS.toNanos(1);

  private final Queue queue;

  /** A program for that queue. */
  public PlainRecursion(Queue queue) {
    this.queue = queue;
  }

  /** Simulates it; every time the same. */
  public QueueFigures run() {
    RandomGenerator gaps = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    RandomGenerator holds = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    Histogram waited = new Histogram(HIGHEST_NANOS, 3);
    Histogram held = new Histogram(HIGHEST_NANOS, 3);
    Histogram responded = new Histogram(HIGHEST_NANOS, 3);
    double[] free = new double[queue.rooms()];
    double now = 0;
    double first = -1;
    double last = 0;
    double occupied = 0;
    for (int visit = 0; visit < queue.visits(); visit++) {
      now += exponential(gaps, queue.meanGapNanos());
      first = first < 0 ? now : first;
      double hold = exponential(holds, queue.meanHoldNanos());
      double wait = Math.max(free[0] - now, 0);
      double left = now + wait + hold;
      replaceFirst(free, left);
      last = Math.max(last, left);
      occupied += hold;
      waited.recordValue(Math.round(wait));
      held.recordValue(Math.round(hold));
      responded.recordValue(Math.round(wait + hold));
    }
    return QueueFigures.of(waited, held, responded, occupied / (last - first));
  }

  private static double exponential(RandomGenerator generator, double mean) {
    return -mean * Math.log(1 - generator.nextDouble());
  }

  private static void replaceFirst(double[] ascending, double value) {
    int place = 0;
    while (place + 1 < ascending.length && ascending[place + 1] < value) {
      ascending[place] = ascending[place + 1];
      place++;
    }
    ascending[place] = value;
  }
}
