package io.anteroom.study.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's procedure for several comparisons at once (Holm: A Simple Sequentially Rejective Multiple
 * Test Procedure, Scandinavian Journal of Statistics 6, 1979): however many comparisons there are,
 * the probability that any of them shows a difference which is not there is at most {@code alpha}.
 */
final class Holm {
  private Holm() {}

  /**
   * The level at which each comparison is tested. A comparison shows a difference where its
   * interval of that level leaves out "no difference"; those that the procedure does not come to
   * have the level of the one at which it stopped.
   *
   * @param probabilities of the comparisons, each from 0 to 1
   * @return from 0 to 1, in the order of the probabilities
   */
  static double[] levels(double[] probabilities, double alpha) {
    int count = probabilities.length;
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] levels = new double[count];
    for (int rank = 0; rank < count; rank++) {
      double share = alpha / (count - rank);
      if (probabilities[order[rank]] > share) {
        for (int rest : Arrays.copyOfRange(order, rank, count)) {
          levels[rest] = 1 - share;
        }
        return levels;
      }
      levels[order[rank]] = 1 - share;
    }
    return levels;
  }
}
