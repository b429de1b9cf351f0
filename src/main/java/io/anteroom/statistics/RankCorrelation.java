package io.anteroom.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Spearman's correlation of ranks (Spearman: The Proof and Measurement of Association between Two
 * Things, American Journal of Psychology 15, 1904): whether one figure grows with another one.
 *
 * @param rho from -1 to 1; 0 where one of the figures never changes
 * @param p how probable one as far from 0 is by chance; of samples of 30 and more, in which the
 *     pairs do not depend on each other
 */
public record RankCorrelation(double rho, double p) {
  /** That of two series of the same length. */
  public static RankCorrelation of(double[] first, double[] second) {
    double rho = correlation(ranks(first), ranks(second));
    double z = rho * Math.sqrt(first.length - 1.0);
    double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    return new RankCorrelation(rho, Math.min(p, 1));
  }

  /** Equal figures share the mean of their ranks. */
  private static double[] ranks(double[] figures) {
    Integer[] order = IntStream.range(0, figures.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(index -> figures[index]));
    double[] ranks = new double[figures.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && figures[order[to + 1]] == figures[order[from]]) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order[i]] = (from + to) / 2.0;
      }
      from = to + 1;
    }
    return ranks;
  }

  private static double correlation(double[] first, double[] second) {
    double meanFirst = Arrays.stream(first).average().orElse(0);
    double meanSecond = Arrays.stream(second).average().orElse(0);
    double both = 0;
    double squaresFirst = 0;
    double squaresSecond = 0;
    for (int i = 0; i < first.length; i++) {
      double one = first[i] - meanFirst;
      double other = second[i] - meanSecond;
      both += one * other;
      squaresFirst += one * one;
      squaresSecond += other * other;
    }
    double scale = Math.sqrt(squaresFirst * squaresSecond);
    return scale == 0 ? 0 : both / scale;
  }
}
