package io.anteroom.study.fit;

import io.anteroom.study.fit.reader.Requests;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How many requests are in flight when another one begins, and what that says. It looks at a part
 * of the requests, from the middle, where there are many.
 */
final class InFlight {
  private static final int MOST = 5000;
  private static final int SHUFFLES = 199;

  private final long[] starts;
  private final long[] durations;

  InFlight(Requests requests) {
    int count = Math.min(requests.size(), MOST);
    int from = (requests.size() - count) / 2;
    this.starts = new long[count];
    this.durations = new long[count];
    for (int i = 0; i < count; i++) {
      starts[i] = requests.start(from + i);
      durations[i] = requests.duration(from + i);
    }
  }

  /** In flight at each start, the one that begins left out. */
  double[] seen() {
    return seen(durations);
  }

  double[] durations() {
    double[] all = new double[durations.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = durations[i];
    }
    return all;
  }

  private double[] seen(long[] lasting) {
    long[] ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      ends[i] = starts[i] + Math.max(lasting[i], 1);
    }
    Arrays.sort(ends);
    double[] seen = new double[starts.length];
    int ended = 0;
    for (int i = 0; i < starts.length; i++) {
      while (ended < i && ends[ended] <= starts[i]) {
        ended++;
      }
      seen[i] = i - ended;
    }
    return seen;
  }

  /**
   * Whether it matters which request has which duration: the number in flight against the same with
   * durations dealt anew. In a closed loop an end brings the next start, so that the number varies
   * less than it then does. Where busy times bring longer requests, it varies more.
   *
   * @param share of the variance that dealt durations give
   * @param pLess how probable as small a share is, if it does not matter
   * @param pMore how probable as great a share is, if it does not matter
   */
  record Dealt(double share, double pLess, double pMore) {}

  /** That of these requests. */
  Dealt dealt(long seed) {
    double own = variance(seen(durations));
    SplittableRandom random = new SplittableRandom(seed);
    long[] dealt = durations.clone();
    double sum = 0;
    int asSmall = 0;
    int asGreat = 0;
    for (int i = 0; i < SHUFFLES; i++) {
      shuffle(dealt, random);
      double other = variance(seen(dealt));
      sum += other;
      asSmall += other <= own ? 1 : 0;
      asGreat += other >= own ? 1 : 0;
    }
    double mean = sum / SHUFFLES;
    return new Dealt(
        mean > 0 ? own / mean : 1,
        (asSmall + 1.0) / (SHUFFLES + 1),
        (asGreat + 1.0) / (SHUFFLES + 1));
  }

  private static void shuffle(long[] numbers, SplittableRandom random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long kept = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = kept;
    }
  }

  /** Without the beginning, where a cut leaves out what was in flight already. */
  private static double variance(double[] figures) {
    int from = figures.length / 10;
    double sum = 0;
    for (int i = from; i < figures.length; i++) {
      sum += figures[i];
    }
    double mean = sum / (figures.length - from);
    double squares = 0;
    for (int i = from; i < figures.length; i++) {
      squares += (figures[i] - mean) * (figures[i] - mean);
    }
    return squares / (figures.length - from);
  }
}
