package io.anteroom.study.compare;

import io.anteroom.result.FigureText;
import io.anteroom.result.metric.Metric;
import io.anteroom.statistics.Estimate;
import io.anteroom.statistics.Estimates;
import java.util.Arrays;

/**
 * What the forks of an arm say of a metric, on the scale on which arms are compared. Where all
 * forks measured more than 0 it is the geometric mean, and Student's interval of the logarithms:
 * the means' ratio is the one that is judged, and no interval reaches below 0. Else it is the plain
 * mean and its interval, without what the metric can't be.
 */
final class ArmEstimate {
  private static final int DIGITS = 10;

  private ArmEstimate() {}

  /**
   * The mean and its interval.
   *
   * @param figures one a fork, at least 2
   */
  static Estimate of(double[] figures, Metric metric, double level) {
    double one = figures[0];
    if (Arrays.stream(figures).allMatch(figure -> figure == one)) {
      return new Estimate(one, one, one);
    }
    if (!Arrays.stream(figures).allMatch(figure -> figure > 0)) {
      return metric.possible(Estimates.student(figures, level));
    }
    double[] logarithms =
        Arrays.stream(figures).map(figure -> StrictMath.log(figure / one)).toArray();
    Estimate plain = Estimates.student(logarithms, level);
    return metric.possible(
        new Estimate(
            figure(one, plain.mean()), figure(one, plain.low()), figure(one, plain.high())));
  }

  private static double figure(double one, double logarithm) {
    double figure = one * StrictMath.exp(logarithm);
    return Double.isFinite(figure) ? FigureText.roundedTo(DIGITS, figure) : Double.MAX_VALUE;
  }
}
