package io.anteroom.statistics.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds for fitted parameters by the curvature of the likelihood at its top (the observed
 * information; Efron and Hinkley: Assessing the Accuracy of the Maximum Likelihood Estimator,
 * Biometrika 65, 1978). Parameters are taken by their logarithms, and a share by its log-odds, so
 * that no bound is one that they can't have.
 */
final class LikelihoodIntervals {
  private static final double STEP = 1e-3;

  /** Of the normal distribution, for 95%. */
  private static final double QUANTILE = 1.959963984540054;

  private static final String SHARE = "share";

  private final Family family;
  private final double[] sample;
  private final List<String> names;
  private final double[] top;

  private LikelihoodIntervals(Member member, double[] sample) {
    this.family = member.family();
    this.sample = sample;
    this.names = family.parameters();
    this.top = new double[names.size()];
    for (int i = 0; i < top.length; i++) {
      double value = member.parameter(names.get(i));
      top[i] = Math.log(isShare(i) ? value / (1 - value) : value);
    }
  }

  static Map<String, Interval> of(Member member, double[] sample) {
    return new LikelihoodIntervals(member, sample).intervals();
  }

  private boolean isShare(int i) {
    return names.get(i).equals(SHARE);
  }

  private double parameter(int i, double place) {
    double value = Math.exp(place);
    return isShare(i) ? value / (1 + value) : value;
  }

  private Map<String, Interval> intervals() {
    double[][] root = new double[top.length][top.length];
    Map<String, Interval> intervals = new LinkedHashMap<>();
    if (!takeRoot(root)) {
      return intervals;
    }
    for (int i = 0; i < top.length; i++) {
      double reach = QUANTILE * deviation(root, i);
      intervals.put(
          names.get(i), new Interval(parameter(i, top[i] - reach), parameter(i, top[i] + reach)));
    }
    return intervals;
  }

  /** Cholesky's root of the information; false: there is no top. */
  private boolean takeRoot(double[][] root) {
    double there = likelihood(-1, 0, -1, 0);
    for (int i = 0; i < top.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = i == j ? curvature(i, there) : curvature(i, j);
        for (int k = 0; k < j; k++) {
          rest -= root[i][k] * root[j][k];
        }
        if (i == j && !(rest > 0)) {
          return false;
        }
        root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
      }
    }
    return true;
  }

  /** The root of a diagonal element of the inverse. */
  private static double deviation(double[][] root, int place) {
    double[] solved = new double[root.length];
    double squares = 0;
    for (int i = 0; i < root.length; i++) {
      double rest = i == place ? 1 : 0;
      for (int k = 0; k < i; k++) {
        rest -= root[i][k] * solved[k];
      }
      solved[i] = rest / root[i][i];
      squares += solved[i] * solved[i];
    }
    return Math.sqrt(squares);
  }

  private double curvature(int i, double there) {
    double around = likelihood(i, STEP, -1, 0) + likelihood(i, -STEP, -1, 0);
    return (2 * there - around) / (STEP * STEP);
  }

  private double curvature(int i, int j) {
    double same = likelihood(i, STEP, j, STEP) + likelihood(i, -STEP, j, -STEP);
    double other = likelihood(i, STEP, j, -STEP) + likelihood(i, -STEP, j, STEP);
    return (other - same) / (4 * STEP * STEP);
  }

  /** That of the sample, with two parameters moved. */
  private double likelihood(int one, double byOne, int other, double byOther) {
    double[] moved = new double[top.length];
    for (int i = 0; i < moved.length; i++) {
      double by = i == one ? byOne : i == other ? byOther : 0;
      moved[i] = parameter(i, top[i] + by);
    }
    return family.member(moved).logLikelihood(sample);
  }
}
